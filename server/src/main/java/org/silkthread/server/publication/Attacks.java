package org.silkthread.server.publication;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.disclosure.Examination;
import org.silkthread.server.disclosure.Examinations;
import org.silkthread.server.disclosure.Verdict;
import org.silkthread.server.indicators.DisclosureCheck;
import org.silkthread.server.indicators.FigureId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Attacks the figures of a publication before every step that brings them nearer to the public. What is public already
 * changes from day to day, so what was safe when it was frozen is attacked again when it is signed and when it is
 * published.
 */
@Component
public class Attacks {

    private final DisclosureCheck check;
    private final Examinations examinations;
    private final AuditTrail audit;
    private final Map<String, PublicationKind> kinds;

    Attacks(DisclosureCheck check, Examinations examinations, AuditTrail audit, ObjectProvider<PublicationKind> kinds) {
        this.check = check;
        this.examinations = examinations;
        this.audit = audit;
        this.kinds = kinds.stream().collect(Collectors.toMap(PublicationKind::name, Function.identity()));
    }

    /** What an attack on the figures of a publication finds today; for a draft, on those that would be frozen now. */
    public Examination examine(Publication publication) {
        return switch (publication) {
            case Draft draft ->
                check.of(Optional.ofNullable(kinds.get(draft.id().kind()))
                        .orElseThrow()
                        .figures(draft));
            case Frozen frozen -> check.ofCut(frozen.cut().id());
            case SignedOff signed -> check.ofCut(signed.frozen().cut().id());
            case Publication.Public open -> check.ofCut(open.cut().id());
        };
    }

    /** Keeps what an attack before a step finds; words when the step must not be taken. */
    Optional<String> refusal(Publication publication, String step, Actor.Person by) {
        return refusal(publication.id(), examine(publication), step, by);
    }

    /** The same before figures are frozen beside a publication, such as those of a correction. */
    Optional<String> refusal(PublicationId id, Collection<FigureId> figures, String step, Actor.Person by) {
        return refusal(id, check.of(figures), step, by);
    }

    /** The same before a cut that was taken for a publication becomes public. */
    Optional<String> refusal(PublicationId id, FrozenCut cut, String step, Actor.Person by) {
        return refusal(id, check.ofCut(cut.id()), step, by);
    }

    private Optional<String> refusal(PublicationId id, Examination examined, String step, Actor.Person by) {
        Verdict verdict = examined.verdict();
        examinations.keep(id.code(), examined);
        audit.record(new AuditEvent(by, "publication.examine", id.code(), step + ": " + verdict.sentence()));
        return verdict.isSafe()
                ? Optional.empty()
                : Optional.of(verdict.sentence() + " " + String.join(" ", verdict.reasons()));
    }
}
