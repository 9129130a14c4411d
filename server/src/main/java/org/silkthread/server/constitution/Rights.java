package org.silkthread.server.constitution;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.register.ContentKind;
import org.silkthread.server.register.Entry;
import org.silkthread.server.register.Register;
import org.springframework.stereotype.Component;

/** The register of rights and pledges, as in force today. */
@Component
public class Rights {

    static final ContentKind<Right> RIGHTS = new ContentKind<>("rights", Right.class);

    private final Register register;
    private final Clock clock;

    Rights(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    public Optional<Right> find(String id) {
        return register.asAt(RIGHTS, id, UkTime.today(clock)).map(Entry::content);
    }

    /** Rights first, then pledges, each by title. */
    public List<Right> all() {
        return register.all(RIGHTS, UkTime.today(clock)).stream()
                .map(Entry::content)
                .sorted(Comparator.comparing(Right::kind).thenComparing(Right::title))
                .toList();
    }

    /** The rights whose keeping this indicator shows. */
    public List<Right> shownBy(String indicator) {
        return all().stream()
                .filter(right -> right.evidence().stream()
                        .anyMatch(evidence -> evidence.indicator().equals(indicator)))
                .toList();
    }
}
