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

/** Where organisations belonged on many days at once, by the function that the directory offers for roll-ups. */
@Repository
public class Memberships {

    private static final String ABOVE = """
            select member.organisation, day, member.ancestor, member.level
            from unnest(?::date[]) as day
            cross join lateral directory.membership_at(day) as member
            where member.organisation = any(?::text[])
            """;

    private static final String BELOW = """
            select distinct member.organisation
            from unnest(?::date[]) as day
            cross join lateral directory.membership_at(day) as member
            where member.ancestor = ?
            """;

    private final DSLContext sql;

    Memberships(DSLContext sql) {
        this.sql = sql;
    }

    private record Member(String organisation, LocalDate day) {}

    private record Ancestor(String code, Level level) {}

    /** The chains of organisations at the end of each period, and the level of every area in them. */
    public record Belonging(Chains chains, Map<String, Level> levels) {}

    /** Where organisations belonged at the ends of periods: areas nearest first and always the country last. */
    public Belonging above(Collection<String> organisations, Collection<Period> periods) {
        Map<Member, List<Ancestor>> found = new HashMap<>();
        Map<String, Level> levels = new HashMap<>();
        levels.put(Rollup.COUNTRY, Level.COUNTRY);
        sql.fetch(ABOVE, ends(periods), organisations.toArray(String[]::new)).forEach(row -> {
            Level level = Level.valueOf(row.get(3, String.class));
            if (!level.givesCare()) {
                Ancestor ancestor = new Ancestor(row.get(2, String.class), level);
                levels.put(ancestor.code(), level);
                found.computeIfAbsent(
                                new Member(row.get(0, String.class), row.get(1, LocalDate.class)),
                                key -> new ArrayList<>())
                        .add(ancestor);
            }
        });
        Map<Member, List<String>> chains = new HashMap<>();
        found.forEach((member, ancestors) -> chains.put(member, nearestFirst(ancestors)));
        List<String> countryOnly = List.of(Rollup.COUNTRY);
        return new Belonging(
                (organisation, period) -> chains.getOrDefault(new Member(organisation, period.end()), countryOnly),
                levels);
    }

    /** The organisations that lay in an area at the end of any of the periods. */
    public Set<String> below(String area, Collection<Period> periods) {
        return new HashSet<>(sql.fetch(BELOW, ends(periods), area).getValues(0, String.class));
    }

    private static List<String> nearestFirst(List<Ancestor> ancestors) {
        Set<String> chain = new LinkedHashSet<>();
        ancestors.stream()
                .sorted(Comparator.comparing(Ancestor::level).thenComparing(Ancestor::code))
                .forEach(ancestor -> chain.add(ancestor.code()));
        // An organisation that no area is known for lies in the country; one that lies abroad does not.
        if (ancestors.stream().noneMatch(ancestor -> ancestor.level() == Level.COUNTRY)) {
            chain.add(Rollup.COUNTRY);
        }
        return List.copyOf(chain);
    }

    private static LocalDate[] ends(Collection<Period> periods) {
        return periods.stream().map(Period::end).distinct().toArray(LocalDate[]::new);
    }
}
