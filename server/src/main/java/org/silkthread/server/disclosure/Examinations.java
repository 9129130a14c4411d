package org.silkthread.server.disclosure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.disclosure.store.VerdictTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Attacks on publications, made before they are signed and kept with them. */
@Component
public class Examinations {

    private final VerdictTable verdicts;
    private final Clock clock;

    Examinations(VerdictTable verdicts, Clock clock) {
        this.verdicts = verdicts;
        this.clock = clock;
    }

    /** What an attack finds; what it found when exactly the same was attacked before. */
    @Transactional(readOnly = true)
    public Examination of(List<Exposure> exposures) {
        return verdicts.ofContent(Examiner.digest(exposures)).orElseGet(() -> attack(exposures));
    }

    private Examination attack(List<Exposure> exposures) {
        Instant start = clock.instant();
        Verdict verdict = Examiner.examine(exposures);
        return new Examination(verdict, start.truncatedTo(ChronoUnit.MICROS), Duration.between(start, clock.instant()));
    }

    /**
     * Keeps an examination with what was examined, in the caller's transaction.
     *
     * @param subject the publication or cut, by the name that the audit trail uses
     */
    @Transactional
    public void keep(String subject, Examination examination) {
        verdicts.keep(subject, examination);
    }

    /** The latest examination that was kept with a publication or cut. */
    @Transactional(readOnly = true)
    public Optional<Examination> latest(String subject) {
        return verdicts.ofSubject(subject);
    }
}
