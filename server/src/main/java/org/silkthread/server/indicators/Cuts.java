package org.silkthread.server.indicators;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.disclosure.Disclosure;
import org.silkthread.server.disclosure.Examination;
import org.silkthread.server.disclosure.Examinations;
import org.silkthread.server.disclosure.PublishedValue;
import org.silkthread.server.disclosure.WithheldReason;
import org.silkthread.server.indicators.store.CutTable;
import org.silkthread.server.keys.SigningKey;
import org.silkthread.server.keys.SigningKeys;
import org.silkthread.server.keys.SigningUse;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Frozen, signed sets of figures. Quality Account, comparison and payment read the same cut, so they cannot disagree. A
 * cut never changes; the database refuses to, and its signature would no longer hold.
 */
@Component
@Transactional
public class Cuts {

    private final Figures figures;
    private final Catalogue catalogue;
    private final CutTable cuts;
    private final SigningKey key;
    private final FigureAssembly assembly;
    private final DisclosureCheck check;
    private final Examinations examinations;
    private final AuditTrail audit;
    private final Clock clock;

    Cuts(
            Figures figures,
            Catalogue catalogue,
            CutTable cuts,
            SigningKeys keys,
            FigureAssembly assembly,
            DisclosureCheck check,
            Examinations examinations,
            AuditTrail audit,
            Clock clock) {
        this.figures = figures;
        this.catalogue = catalogue;
        this.cuts = cuts;
        this.key = keys.of(SigningUse.CUTS);
        this.assembly = assembly;
        this.check = check;
        this.examinations = examinations;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Freezes figures as they are now. Joins the caller's transaction.
     *
     * @param ids what to freeze, in this order; figures without a value are frozen with the reason
     * @throws IllegalArgumentException if there is none, or one of an unknown indicator or organisation
     * @throws WouldReveal if a hidden count could be worked out from them and what is public already
     */
    public Cut freeze(String title, Collection<FigureId> ids, Actor actor) {
        List<FigureId> wanted = List.copyOf(new LinkedHashSet<>(ids));
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("A cut needs at least one figure");
        }
        List<FrozenFigure> frozen = freeze(wanted);
        Examination examined = check.of(wanted);
        if (!examined.verdict().isSafe()) {
            throw new WouldReveal(examined.verdict());
        }
        String by = ActorName.of(actor);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        FrozenCut content = new FrozenCut(FrozenCut.FORMAT, UUID.randomUUID(), title, now, by, frozen);
        String text = content.text();
        SigningKey.Signed signed = key.sign(text);
        CutTable.Kept kept = new CutTable.Kept(
                content.id(), title, now, by, text, sha256(text), signed.signature(), signed.publicKey());
        cuts.keep(kept, wanted.stream().map(FigureId::code).toList());
        String subject = "cut/" + kept.id();
        examinations.keep(subject, examined);
        audit.record(new AuditEvent(
                actor,
                "indicators.freeze",
                subject,
                title + ": " + wanted.size() + " figures. " + examined.verdict().sentence()));
        return cut(kept, content);
    }

    private List<FrozenFigure> freeze(List<FigureId> wanted) {
        List<Figures.Reading> readings = figures.read(wanted, Audience.everyone());
        if (readings.size() < wanted.size()) {
            Set<FigureId> unknown = new LinkedHashSet<>(wanted);
            readings.forEach(reading -> unknown.remove(reading.figure().id()));
            throw new IllegalArgumentException("There are no such figures: " + unknown);
        }
        return readings.stream().map(Cuts::freeze).toList();
    }

    private static FrozenFigure freeze(Figures.Reading reading) {
        Figure figure = reading.figure();
        return new FrozenFigure(
                figure.id().code(),
                figure.definition().version(),
                figure.organisationName(),
                figure.own(),
                figure.coverage(),
                reading.total().map(FrozenFigure.Held::of),
                reading.total().isPresent() ? Optional.empty() : reason(figure),
                figure.source());
    }

    private static Optional<WithheldReason> reason(Figure figure) {
        return figure.value() instanceof PublishedValue.Withheld withheld
                ? Optional.of(withheld.reason())
                : Optional.empty();
    }

    /** The cut without its figures' values. */
    @Transactional(readOnly = true)
    public Optional<Cut> find(UUID id) {
        return cuts.find(id).map(kept -> cut(kept, FrozenCut.read(kept.content())));
    }

    /** The cuts that hold a figure, latest first. */
    @Transactional(readOnly = true)
    public List<UUID> holding(FigureId figure) {
        return cuts.holding(figure.code());
    }

    /** The cut as an audience may see it, with today's marks on it. */
    @Transactional(readOnly = true)
    public Optional<CutReading> read(UUID id, Audience audience) {
        return cuts.find(id).map(kept -> {
            FrozenCut content = FrozenCut.read(kept.content());
            Cut cut = cut(kept, content);
            Map<String, Catalogue.Versions> definitions = catalogue.versions(
                    cut.figures().stream().map(FigureId::indicator).collect(Collectors.toSet()));
            Map<FigureId, List<Mark>> marks = assembly.marks(cut.figures());
            List<Figure> read = content.figures().stream()
                    .map(frozen -> thaw(frozen, definitions, marks, audience))
                    .toList();
            return new CutReading(cut, read);
        });
    }

    private Figure thaw(
            FrozenFigure frozen,
            Map<String, Catalogue.Versions> definitions,
            Map<FigureId, List<Mark>> marks,
            Audience audience) {
        FigureId id = FigureId.parse(frozen.figure());
        Catalogue.Versions versions =
                Optional.ofNullable(definitions.get(id.indicator())).orElseThrow();
        IndicatorDefinition definition = versions.version(frozen.definitionVersion());
        PublishedValue value = frozen.held()
                .map(held -> value(definition, id, frozen.own(), held, audience))
                .orElseGet(() -> PublishedValue.withheld(frozen.missing().orElseThrow()));
        return new Figure(
                id,
                definition,
                frozen.name(),
                frozen.own(),
                value,
                frozen.coverage(),
                frozen.source(),
                marks.getOrDefault(id, List.of()),
                FigureAssembly.next(definition, id.period()));
    }

    private static PublishedValue value(
            IndicatorDefinition definition, FigureId id, boolean own, FrozenFigure.Held held, Audience audience) {
        Optional<String> owner = Optional.of(id.organisation()).filter(code -> own);
        return definition.value(
                Disclosure.to(
                        audience,
                        owner,
                        held.numerator(),
                        held.publicNumerator().count()),
                held.publicDenominator()
                        .map(form -> Disclosure.to(
                                audience, owner, held.denominator().orElse(0L), form.count())),
                held.expected());
    }

    /**
     * The exact counts of a figure of a cut, for calculations inside the service such as a payment; never for a page.
     *
     * @return nothing when the cut does not hold the figure or holds it without counts
     */
    @Transactional(readOnly = true)
    public Optional<ExactCounts> exact(UUID id, FigureId figure) {
        return held(id, figure).map(FrozenFigure.Held::exact);
    }

    private Optional<FrozenFigure.Held> held(UUID id, FigureId figure) {
        return cuts.find(id)
                .flatMap(kept -> FrozenCut.read(kept.content()).figures().stream()
                        .filter(frozen -> frozen.figure().equals(figure.code()))
                        .findFirst())
                .flatMap(FrozenFigure::held);
    }

    /** Computes digest and signature again. A cut that is not there is broken. */
    @Transactional(readOnly = true)
    public CutVerification verify(UUID id) {
        Optional<CutTable.Kept> found = cuts.find(id);
        if (found.isEmpty()) {
            return new CutVerification.Broken("There is no cut of this number.");
        }
        CutTable.Kept kept = found.get();
        if (!sha256(kept.content()).equals(kept.sha256())) {
            return new CutVerification.Broken("The text of the cut does not have the digest it was signed with.");
        }
        if (!key.isOurs(kept.publicKey())) {
            return new CutVerification.Broken("The cut was signed with a key that is not this installation's.");
        }
        if (!key.verify(kept.content(), new SigningKey.Signed(kept.signature(), kept.publicKey()))) {
            return new CutVerification.Broken("The signature does not belong to the text of the cut.");
        }
        return new CutVerification.Intact(kept.sha256());
    }

    private static Cut cut(CutTable.Kept kept, FrozenCut content) {
        return new Cut(
                kept.id(),
                kept.title(),
                kept.createdAt(),
                kept.createdBy(),
                content.figures().stream()
                        .map(frozen -> FigureId.parse(frozen.figure()))
                        .toList(),
                kept.sha256(),
                kept.signature(),
                kept.publicKey());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
