package org.silkthread.server.indicators.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.Level;
import org.silkthread.server.indicators.rollup.Chains;
import org.silkthread.server.indicators.rollup.Rollup;
import org.springframework.stereotype.Repository;

/** Where organisations belonged over a stretch of time, by the functions that the directory offers for roll-ups. */
@Repository
public class Memberships {

    private static final String ABOVE = """
            select organisation, ancestor, level, valid_from, valid_to
            from directory.membership_between(?::date, ?::date)
            where organisation = any(?::text[])
            """;

    private static final String BELOW = """
            select distinct organisation from directory.membership_between(?::date, ?::date) where ancestor = ?
            """;

    private static final List<String> COUNTRY_ONLY = List.of(Rollup.COUNTRY);

    private final DSLContext sql;

    Memberships(DSLContext sql) {
        this.sql = sql;
    }

    private record Ancestor(String code, Level level, LocalDate from, LocalDate to) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** The chains of organisations at the end of each period, and the level of every area in them. */
    public record Belonging(Chains chains, Map<String, Level> levels) {}

    /** Where organisations belonged in a stretch of time: areas nearest first and the country last. */
    public Belonging above(Collection<String> organisations, Period within) {
        Map<String, List<Ancestor>> found = new HashMap<>();
        Map<String, Level> levels = new HashMap<>();
        levels.put(Rollup.COUNTRY, Level.COUNTRY);
        sql.fetch(ABOVE, within.start(), within.end(), organisations.toArray(String[]::new))
                .forEach(row -> {
                    Level level = Level.valueOf(row.get(2, String.class));
                    if (!level.givesCare()) {
                        String code = row.get(1, String.class);
                        levels.put(code, level);
                        found.computeIfAbsent(row.get(0, String.class), key -> new ArrayList<>())
                                .add(new Ancestor(
                                        code, level, row.get(3, LocalDate.class), row.get(4, LocalDate.class)));
                    }
                });
        found.values()
                .forEach(ancestors ->
                        ancestors.sort(Comparator.comparing(Ancestor::level).thenComparing(Ancestor::code)));
        return new Belonging(chains(found, within), levels);
    }

    /** Most organisations stay where they are, so their chain is made once and not for every period. */
    private static Chains chains(Map<String, List<Ancestor>> found, Period within) {
        Map<String, List<String>> settled = new HashMap<>();
        found.forEach((organisation, ancestors) -> {
            if (ancestors.stream()
                    .allMatch(ancestor -> ancestor.holdsOn(within.start()) && ancestor.holdsOn(within.end()))) {
                settled.put(organisation, chain(ancestors));
            }
        });
        return (organisation, period) -> {
            List<String> chain = settled.get(organisation);
            if (chain != null) {
                return chain;
            }
            List<Ancestor> then = found.getOrDefault(organisation, List.of()).stream()
                    .filter(ancestor -> ancestor.holdsOn(period.end()))
                    .toList();
            return then.isEmpty() ? COUNTRY_ONLY : chain(then);
        };
    }

    private static List<String> chain(List<Ancestor> nearestFirst) {
        Set<String> chain = new LinkedHashSet<>();
        nearestFirst.forEach(ancestor -> chain.add(ancestor.code()));
        // An organisation that no area is known for lies in the country; one that lies abroad does not.
        if (nearestFirst.stream().noneMatch(ancestor -> ancestor.level() == Level.COUNTRY)) {
            chain.add(Rollup.COUNTRY);
        }
        return List.copyOf(chain);
    }

    /** The organisations that lay in an area at any time of a stretch. */
    public Set<String> below(String area, Period within) {
        return new HashSet<>(
                sql.fetch(BELOW, within.start(), within.end(), area).getValues(0, String.class));
    }
}
