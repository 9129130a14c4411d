package org.silkthread.server.publication;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.silkthread.server.audit.Actor;

/**
 * What people have written, by section, and whose hands have been in it. A section's earlier texts stay among the
 * publication's steps.
 *
 * @param passages the present text of each section that has one, by the section's key
 * @param hands the usernames of everybody who opened or changed it, or added to it
 */
public record Manuscript(SortedMap<String, Passage> passages, Set<String> hands) {

    /**
     * The text of one section.
     *
     * @param text plain text, paragraphs separated by an empty line; blank when the section was emptied again
     */
    public record Passage(String text, Actor.Person by, Instant at) {}

    public Manuscript {
        passages = Collections.unmodifiableSortedMap(new TreeMap<>(passages));
        hands = Collections.unmodifiableSet(new LinkedHashSet<>(hands));
    }

    static Manuscript openedBy(Actor.Person author) {
        return new Manuscript(new TreeMap<>(), Set.of(author.username()));
    }

    /** The text of a section; empty when nobody wrote one or it was emptied again. */
    public Optional<String> text(String section) {
        return Optional.ofNullable(passages.get(section)).map(Passage::text).filter(text -> !text.isBlank());
    }

    /** Whether this person opened, changed or added to it. */
    public boolean hasHandOf(Actor.Person person) {
        return hands.contains(person.username());
    }

    Manuscript with(String section, Passage passage) {
        SortedMap<String, Passage> changed = new TreeMap<>(passages);
        changed.put(section, passage);
        return new Manuscript(changed, hands).touchedBy(passage.by());
    }

    Manuscript touchedBy(Actor.Person person) {
        Set<String> more = new LinkedHashSet<>(hands);
        more.add(person.username());
        return new Manuscript(passages, more);
    }

    /** Every present text as the map that is sealed. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        passages.forEach((section, passage) -> texts.put(section, passage.text()));
        return texts;
    }
}
