package org.silkthread.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.silkthread.server.accounts.TestAccounts.id;
import static org.silkthread.server.accounts.TestAccounts.lead;
import static org.silkthread.server.accounts.TestProviders.YEAR;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;
import org.silkthread.server.accounts.AccountCoverage.Part;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.disclosure.PublishedValue;
import org.silkthread.server.indicators.Dimension;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.publication.Gap;
import org.silkthread.server.publication.Publication;
import org.silkthread.server.publication.Publications;

@ServerTest
class QualityAccountsTest {

    private final QualityAccounts accounts;
    private final Publications publications;
    private final TestProviders providers;
    private final TestAccounts steps;
    private final PrescribedStatements statements;

    QualityAccountsTest(
            QualityAccounts accounts,
            Publications publications,
            TestProviders providers,
            TestAccounts steps,
            PrescribedStatements statements) {
        this.accounts = accounts;
        this.publications = publications;
        this.providers = providers;
        this.steps = steps;
        this.statements = statements;
    }

    @Test
    void given_figures_of_the_year_then_the_draft_shows_them_by_service_line_and_dimension() {
        String code = providers.trust();
        providers.sendEverything(code);

        Publication draft = accounts.open(code, YEAR, lead(code));

        assertThat(accounts.coverage(draft).parts())
                .extracting(part -> part.serviceLine().code() + " " + part.dimension())
                .containsExactly(
                        "trauma-and-orthopaedics SAFETY",
                        "trauma-and-orthopaedics EFFECTIVENESS",
                        "trauma-and-orthopaedics EXPERIENCE",
                        "emergency-care SAFETY",
                        "emergency-care EFFECTIVENESS",
                        "emergency-care EXPERIENCE");
        assertThat(accounts.coverage(draft).parts()).allMatch(Part::isMeasured);
        Figure fourHours = figure(draft, "ae-4-hour");
        assertThat(fourHours.id().period()).isEqualTo(YEAR.period());
        assertThat(fourHours.shown().orElseThrow().numeratorShown()).isEqualTo(12 * 870);
    }

    @Test
    void given_a_dimension_without_a_figure_then_it_is_a_gap_until_a_figure_comes_or_a_reason_is_given() {
        String code = providers.trust();
        providers.sendYear(code, "ae-4-hour", 870, 1000);
        Publication draft = steps.written(code);
        assertThat(gaps(draft))
                .contains(
                        "reason-emergency-care-safety",
                        "reason-emergency-care-experience",
                        "reason-trauma-and-orthopaedics-effectiveness")
                .doesNotContain("reason-emergency-care-effectiveness");

        providers.sendYear(code, "ae-recommend", 450, 500);
        assertThat(gaps(draft)).doesNotContain("reason-emergency-care-experience");

        String section = AccountCoverage.reasonSection("emergency-care", Dimension.SAFETY);
        Publication explained = accounts.write(
                code,
                YEAR,
                draft.version(),
                Map.of(section, "We changed the system that counts it and start again in April."),
                lead(code));
        assertThat(gaps(explained)).doesNotContain(section);
    }

    @Test
    void given_texts_that_are_missing_then_each_is_a_gap() {
        String code = providers.trust();
        providers.sendEverything(code);

        Publication draft = accounts.open(code, YEAR, lead(code));

        assertThat(gaps(draft)).containsExactlyInAnyOrder("part-1", "part-3", "priorities");
        Publication started = accounts.write(code, YEAR, 1, Map.of("priority-1-aim", "Fewer infections"), lead(code));
        assertThat(gaps(started)).contains("priority-1");
    }

    @Test
    void given_a_year_that_is_not_over_then_its_figures_cannot_be_frozen() {
        String code = providers.trust();
        FinancialYear far = new FinancialYear(2150);

        Publication draft = accounts.open(code, far, lead(code));

        assertThat(accounts.gaps(draft))
                .extracting(Gap::words)
                .anyMatch(words -> words.startsWith("The year is not over"));
    }

    @Test
    void a_section_that_people_do_not_write_cannot_be_written() {
        String code = providers.trust();
        accounts.open(code, YEAR, lead(code));

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> accounts.write(code, YEAR, 1, Map.of("computed-service-lines", "none None"), lead(code)));
    }

    @Test
    void given_source_data_that_change_after_signing_then_the_account_keeps_the_signed_figures() {
        String code = providers.trust();
        providers.sendEverything(code);
        steps.published(code);

        providers.sendMonth(code, "ae-4-hour", 1, 990, 1000);

        Publication.Public account = accounts.find(code, YEAR).orElseThrow();
        assertThat(figure(account, "ae-4-hour").shown().orElseThrow().numeratorShown())
                .isEqualTo(12 * 870);
    }

    @Test
    void given_an_independent_provider_then_it_publishes_like_any_other() {
        String code = providers.independent();
        providers.sendEverything(code);

        steps.published(code);

        assertThat(accounts.find(code, YEAR)).isPresent();
        assertThat(accounts.publishedBy(code)).hasSize(1);
    }

    @Test
    void counts_of_1_to_7_are_hidden_and_count_as_measured() {
        String code = providers.trust();
        providers.sendEverything(code);
        providers.sendYear(code, "hip-surgical-site-infection", 0, 120);
        providers.sendMonth(code, "hip-surgical-site-infection", 1, 5, 120);

        steps.published(code);

        Publication.Public account = accounts.find(code, YEAR).orElseThrow();
        Figure infections = figure(account, "hip-surgical-site-infection");
        assertThat(infections.value()).isInstanceOf(PublishedValue.Withheld.class);
        assertThat(AccountCoverage.isMeasured(infections)).isTrue();
    }

    @Test
    void prescribed_statements_are_computed_written_or_said_not_to_be_held() {
        String code = providers.trust();
        providers.sendEverything(code);
        steps.written(code);
        accounts.write(
                code,
                YEAR,
                steps.version(code),
                Map.of("statement-registration", "Registered without conditions."),
                lead(code));
        publications.freeze(id(code), steps.version(code), lead(code));

        Publication frozen = publications.find(id(code)).orElseThrow();

        assertThat(words(frozen, "services-provided"))
                .contains("2 service lines")
                .contains("Emergency care");
        assertThat(words(frozen, "registration")).isEqualTo("Registered without conditions.");
        assertThat(words(frozen, "research")).startsWith("Not held.");
    }

    private String words(Publication account, String statement) {
        return statements.of(YEAR).stream()
                .filter(known -> known.id().equals(statement))
                .map(known -> statements.words(known, account.manuscript()))
                .findFirst()
                .orElseThrow();
    }

    private Figure figure(Publication account, String indicator) {
        return accounts.coverage(account).parts().stream()
                .flatMap(part -> part.figures().stream())
                .filter(figure -> figure.id().indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private List<String> gaps(Publication draft) {
        return accounts.gaps(publications.find(draft.id()).orElseThrow()).stream()
                .map(Gap::task)
                .toList();
    }
}
