package org.silkthread.server.indicators;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.register.ContentKind;
import org.silkthread.server.register.Entry;
import org.silkthread.server.register.Register;
import org.springframework.stereotype.Component;

/** The minimum standards of waiting, and the targets that were retired, as on any day. */
@Component
public class AccessStandards {

    static final ContentKind<AccessStandard> KIND = new ContentKind<>("access-standards", AccessStandard.class);

    private final Register register;

    AccessStandards(Register register) {
        this.register = register;
    }

    /** What held on a day, also if it was retired by then; empty before it was set. */
    public Optional<AccessStandard> find(String id, LocalDate day) {
        return register.asAt(KIND, id, day).map(Entry::content);
    }

    /** The standards that services were scored by on a day, by id. */
    public List<AccessStandard> scored(LocalDate day) {
        return all(day).stream().filter(AccessStandard::isScored).toList();
    }

    /** The targets that had been given up by a day, by id. */
    public List<AccessStandard> retired(LocalDate day) {
        return all(day).stream().filter(standard -> !standard.isScored()).toList();
    }

    /** Every version of a standard with its dates, newest first. */
    public List<Entry<AccessStandard>> history(String id) {
        return register.history(KIND, id);
    }

    private List<AccessStandard> all(LocalDate day) {
        return register.all(KIND, day).stream().map(Entry::content).toList();
    }
}
