package org.silkthread.server.accounts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.publication.Manuscript;
import org.silkthread.server.register.ContentKind;
import org.silkthread.server.register.Entry;
import org.silkthread.server.register.Register;
import org.silkthread.server.web.Wording;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The statements that every account makes: computed where the service knows, written by the provider where not. */
@Component
public class PrescribedStatements {

    private static final ContentKind<PrescribedStatement> KIND =
            new ContentKind<>("quality-account-statements", PrescribedStatement.class);

    /** Has the statements loaded when the server starts. */
    @Configuration(proxyBeanMethods = false)
    static class Kinds {
        @Bean
        static ContentKind<PrescribedStatement> prescribedStatementKind() {
            return KIND;
        }
    }

    private final Register register;

    PrescribedStatements(Register register) {
        this.register = register;
    }

    /** Those that an account of this year has to make, in the order of the regulations. */
    public List<PrescribedStatement> of(FinancialYear year) {
        return register.all(KIND, year.end()).stream()
                .map(Entry::content)
                .sorted(java.util.Comparator.comparingDouble(statement -> Double.parseDouble(statement.item())))
                .toList();
    }

    /** What an account says for a statement: the provider's words, else the service's, else that nothing is held. */
    public String words(PrescribedStatement statement, Manuscript manuscript) {
        Optional<String> written = manuscript.text(statement.section());
        Optional<String> computed = manuscript.text(computedSection(statement));
        if (computed.isPresent()) {
            return written.map(words -> computed.get() + "\n\n" + words).orElseGet(computed::get);
        }
        return written.orElse("Not held. This service has no record of it and the provider has not stated it.");
    }

    /** The statements that the service itself can make of a year's coverage, by section. */
    Map<String, String> computedTexts(String organisation, FinancialYear year, AccountCoverage coverage) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (PrescribedStatement statement : of(year)) {
            compute(statement.computed(), year, coverage)
                    .ifPresent(words -> texts.put(computedSection(statement), words));
        }
        return texts;
    }

    private static String computedSection(PrescribedStatement statement) {
        return ComputedTexts.PREFIX + statement.id();
    }

    private static Optional<String> compute(String rule, FinancialYear year, AccountCoverage coverage) {
        int provided = coverage.lines().size();
        String from = "From " + Wording.dates(year.start(), year.end()) + " ";
        return switch (rule) {
            case "services-provided" ->
                Optional.of(from + "the organisation provided "
                        + Wording.counted(provided, "service line", "service lines") + " of the health service: "
                        + Wording.list(coverage.lines().stream()
                                .map(line -> line.serviceLine().name())
                                .toList())
                        + ".");
            case "services-reviewed" ->
                Optional.of("This account holds figures on the quality of " + coverage.linesReviewed() + " of these "
                        + provided + ".");
            case "none" -> Optional.empty();
            default -> throw new IllegalStateException("Unknown rule for a statement: " + rule);
        };
    }
}
