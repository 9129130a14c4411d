package org.silkthread.server.indicators;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.register.ContentKind;
import org.silkthread.server.register.Entry;
import org.silkthread.server.register.Register;
import org.springframework.stereotype.Component;

/** The definitions of indicators, in the version of any day. */
@Component
public class Catalogue {

    static final ContentKind<IndicatorDefinition> KIND = new ContentKind<>("indicators", IndicatorDefinition.class);

    private final Register register;
    private final Clock clock;

    Catalogue(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** The version in force today. */
    public Optional<IndicatorDefinition> find(String id) {
        return find(id, UkTime.today(clock));
    }

    /** The version in force on a day. */
    public Optional<IndicatorDefinition> find(String id, LocalDate asAt) {
        return register.asAt(KIND, id, asAt).map(Entry::content);
    }

    /** All definitions in force on a day, by id. */
    public List<IndicatorDefinition> all(LocalDate asAt) {
        return register.all(KIND, asAt).stream().map(Entry::content).toList();
    }

    /** All definitions in force today, by id. */
    public List<IndicatorDefinition> all() {
        return all(UkTime.today(clock));
    }

    /** Every version of a definition with its dates, newest first. */
    public List<Entry<IndicatorDefinition>> history(String id) {
        return register.history(KIND, id);
    }

    /**
     * The versions of a definition, for figures of several periods.
     *
     * @return nothing when there is no such indicator
     */
    Optional<Versions> versions(String id) {
        List<Entry<IndicatorDefinition>> history = history(id);
        return history.isEmpty() ? Optional.empty() : Optional.of(new Versions(history));
    }

    /** The versions of definitions, by id; unknown ids are left out. */
    Map<String, Versions> versions(Set<String> ids) {
        if (ids.size() == 1) {
            String id = ids.iterator().next();
            return versions(id).map(versions -> Map.of(id, versions)).orElse(Map.of());
        }
        Map<String, Versions> found = versions();
        found.keySet().retainAll(ids);
        return found;
    }

    /** The versions of every definition, by id. */
    Map<String, Versions> versions() {
        Map<String, Versions> all = new HashMap<>();
        register.histories(KIND).forEach((id, history) -> all.put(id, new Versions(history)));
        return all;
    }

    /** All versions of one definition, newest first. */
    record Versions(List<Entry<IndicatorDefinition>> newestFirst) {

        /** The version in force on a day; before the first one began, the first one. */
        IndicatorDefinition on(LocalDate day) {
            return newestFirst.stream()
                    .filter(entry -> entry.isEffectiveOn(day))
                    .findFirst()
                    .orElse(
                            day.isBefore(newestFirst.getLast().effectiveFrom())
                                    ? newestFirst.getLast()
                                    : newestFirst.getFirst())
                    .content();
        }

        IndicatorDefinition version(int number) {
            return newestFirst.stream()
                    .filter(entry -> entry.version() == number)
                    .findFirst()
                    .orElseThrow()
                    .content();
        }

        IndicatorDefinition newest() {
            return newestFirst.getFirst().content();
        }
    }
}
