package org.silkthread.server.persons.store;

import static org.silkthread.schema.persons.Tables.FULL_LOCK;
import static org.silkthread.schema.persons.Tables.HIDING;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.silkthread.server.persons.Category;
import org.silkthread.server.persons.Hidden;
import org.silkthread.server.persons.PersonId;
import org.springframework.stereotype.Repository;

/** What people hide and lock. */
@Repository
public class PrivacyTable {

    private final DSLContext sql;

    PrivacyTable(DSLContext sql) {
        this.sql = sql;
    }

    public void setItem(PersonId person, UUID item, boolean hidden, String by, Instant now) {
        sql.insertInto(HIDING)
                .set(HIDING.PERSON, person.value())
                .set(HIDING.ITEM, item)
                .set(HIDING.HIDDEN, hidden)
                .set(HIDING.RECORDED_AT, Columns.utc(now))
                .set(HIDING.RECORDED_BY, by)
                .execute();
    }

    public void setCategory(PersonId person, Category category, boolean hidden, String by, Instant now) {
        sql.insertInto(HIDING)
                .set(HIDING.PERSON, person.value())
                .set(HIDING.CATEGORY, category.code())
                .set(HIDING.HIDDEN, hidden)
                .set(HIDING.RECORDED_AT, Columns.utc(now))
                .set(HIDING.RECORDED_BY, by)
                .execute();
    }

    public void setLock(PersonId person, boolean locked, String declaration, String by, Instant now) {
        sql.insertInto(FULL_LOCK)
                .set(FULL_LOCK.PERSON, person.value())
                .set(FULL_LOCK.LOCKED, locked)
                .set(FULL_LOCK.DECLARATION, declaration)
                .set(FULL_LOCK.RECORDED_AT, Columns.utc(now))
                .set(FULL_LOCK.RECORDED_BY, by)
                .execute();
    }

    /** What is hidden now. Rows are read in the order they were written, so the last one stands. */
    public Hidden hidden(Collection<PersonId> persons) {
        Map<UUID, Boolean> items = new HashMap<>();
        Map<Category, Boolean> categories = new HashMap<>();
        sql.selectFrom(HIDING)
                .where(HIDING.PERSON.in(persons.stream().map(PersonId::value).toList()))
                .orderBy(HIDING.ID)
                .forEach(row -> {
                    if (row.getItem() == null) {
                        categories.put(Category.of(row.getCategory()).orElseThrow(), row.getHidden());
                    } else {
                        items.put(row.getItem(), row.getHidden());
                    }
                });
        return new Hidden(those(items), those(categories));
    }

    private static <T> Set<T> those(Map<T, Boolean> set) {
        Set<T> held = new HashSet<>();
        set.forEach((thing, hidden) -> {
            if (hidden) {
                held.add(thing);
            }
        });
        return held;
    }

    /** Whether one of these records is locked: a merged record takes its lock along. */
    public boolean isLocked(Collection<PersonId> persons) {
        Map<UUID, Boolean> locked = new HashMap<>();
        sql.selectFrom(FULL_LOCK)
                .where(FULL_LOCK.PERSON.in(persons.stream().map(PersonId::value).toList()))
                .orderBy(FULL_LOCK.ID)
                .forEach(row -> locked.put(row.getPerson(), row.getLocked()));
        return locked.containsValue(true);
    }
}
