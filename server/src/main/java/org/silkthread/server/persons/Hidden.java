package org.silkthread.server.persons;

import java.util.Set;
import java.util.UUID;

/** What a person hides: single items, and whole categories. */
public record Hidden(Set<UUID> items, Set<Category> categories) {

    public Hidden {
        items = Set.copyOf(items);
        categories = Set.copyOf(categories);
    }

    public boolean covers(UUID item, Category category) {
        return items.contains(item) || categories.contains(category);
    }
}
