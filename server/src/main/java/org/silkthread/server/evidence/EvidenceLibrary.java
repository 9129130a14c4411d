package org.silkthread.server.evidence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.register.ContentKind;
import org.silkthread.server.register.Entry;
import org.silkthread.server.register.Register;
import org.springframework.stereotype.Component;

/** All documents that say what good care is, standards and evidence alike. */
@Component
public class EvidenceLibrary {

    static final ContentKind<Guidance> STANDARDS = new ContentKind<>("standards", Guidance.class);
    static final ContentKind<Guidance> EVIDENCE = new ContentKind<>("evidence", Guidance.class);

    private final Register register;
    private final Clock clock;

    EvidenceLibrary(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** Today in the United Kingdom: the day that pages judge freshness by. */
    public LocalDate today() {
        return UkTime.today(clock);
    }

    /** The document of this id as it is in force today. */
    public Optional<Guidance> find(String id) {
        return Stream.of(STANDARDS, EVIDENCE)
                .flatMap(kind -> register.asAt(kind, id, today()).stream())
                .map(Entry::content)
                .findFirst();
    }

    /** Every document in force, mandatory ones first, then by title. */
    public List<Guidance> all() {
        return Stream.of(STANDARDS, EVIDENCE)
                .flatMap(kind -> register.all(kind, today()).stream())
                .map(Entry::content)
                .sorted(Comparator.comparing(Guidance::strength).thenComparing(Guidance::title))
                .toList();
    }

    /**
     * The documents that hold every word of the search, in any part of them.
     *
     * @param words what to look for; blank for everything
     * @param strength only documents of this strength; empty for both
     */
    public List<Guidance> search(String words, Optional<Guidance.Strength> strength) {
        List<String> wanted = Stream.of(words.toLowerCase(Locale.UK).split("\\W+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return all().stream()
                .filter(document -> strength.map(document.strength()::equals).orElse(true))
                .filter(document -> wanted.stream().allMatch(text(document)::contains))
                .toList();
    }

    /** The documents whose statements this indicator measures. */
    public List<Guidance> measuredBy(String indicator) {
        return all().stream()
                .filter(document -> document.indicators().contains(indicator))
                .toList();
    }

    private static String text(Guidance document) {
        String statements = String.join(
                " ", document.goodCare().stream().map(Guidance.Statement::says).toList());
        return String.join(
                        " ",
                        document.title(),
                        document.topic(),
                        document.summary(),
                        statements,
                        document.body(),
                        document.pathway().label(),
                        document.type().label(),
                        document.citation().reference())
                .toLowerCase(Locale.UK);
    }
}
