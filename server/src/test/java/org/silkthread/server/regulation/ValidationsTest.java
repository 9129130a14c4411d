package org.silkthread.server.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.silkthread.server.accounts.TestProviders.YEAR;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;
import org.silkthread.server.accounts.AccountCoverage;
import org.silkthread.server.accounts.QualityAccounts;
import org.silkthread.server.accounts.TestAccounts;
import org.silkthread.server.accounts.TestProviders;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.GoldenThread;
import org.silkthread.server.indicators.Mark;
import org.silkthread.server.indicators.Strand;
import org.silkthread.server.regulation.Validation.Confirmed;
import org.silkthread.server.regulation.Validation.Proposed;
import org.silkthread.server.regulation.ValidationRefused.Reason;

@ServerTest
class ValidationsTest {

    private static final Actor.Person INES = person("ines", "Ines Clarke");
    private static final Actor.Person TOMASZ = person("tomasz", "Tomasz Hill");

    private final Validations validations;
    private final Recomputing recomputing;
    private final Figures figures;
    private final GoldenThread thread;
    private final QualityAccounts accounts;
    private final AuditTrail audit;
    private final TestProviders providers;
    private final TestAccounts steps;

    private String code = "";

    ValidationsTest(
            Validations validations,
            Recomputing recomputing,
            Figures figures,
            GoldenThread thread,
            QualityAccounts accounts,
            AuditTrail audit,
            TestProviders providers,
            TestAccounts steps) {
        this.validations = validations;
        this.recomputing = recomputing;
        this.figures = figures;
        this.thread = thread;
        this.accounts = accounts;
        this.audit = audit;
        this.providers = providers;
        this.steps = steps;
    }

    @BeforeEach
    void aTrust() {
        code = providers.trust();
        providers.sendEverything(code);
    }

    @Test
    void given_a_verdict_that_one_person_recorded_then_no_mark_shows_until_a_second_confirms_it() {
        Proposed proposed = validations.propose(year(), Verdict.NOT_VALIDATED, "Two wards are missing.", INES);
        assertThat(marks(year())).isEmpty();

        validations.confirm(proposed.id(), TOMASZ);

        assertThat(marks(year())).singleElement().satisfies(mark -> {
            assertThat(mark.label()).isEqualTo("Not validated by the regulator");
            assertThat(mark.href()).isEqualTo("/about/validation/" + proposed.id());
        });
    }

    @Test
    void check_08_the_person_who_recorded_a_verdict_can_neither_confirm_nor_turn_it_down() {
        Proposed proposed = validations.propose(year(), Verdict.VALIDATED, "All records agree.", INES);

        ValidationRefused confirming =
                catchThrowableOfType(ValidationRefused.class, () -> validations.confirm(proposed.id(), INES));
        ValidationRefused declining = catchThrowableOfType(
                ValidationRefused.class, () -> validations.decline(proposed.id(), "I changed my mind.", INES));

        assertThat(confirming.reason()).isEqualTo(Reason.SAME_PERSON);
        assertThat(declining.reason()).isEqualTo(Reason.SAME_PERSON);
        assertThat(audit.of(year().code()))
                .extracting(entry -> entry.event().action())
                .contains("regulation.refused.confirm", "regulation.refused.decline");
        assertThat(marks(year())).isEmpty();
    }

    @Test
    void given_a_verdict_turned_down_then_no_mark_shows_and_another_can_be_recorded() {
        Proposed proposed = validations.propose(year(), Verdict.NOT_VALIDATED, "Looks odd.", INES);
        validations.decline(proposed.id(), "That is no reason.", TOMASZ);

        assertThat(marks(year())).isEmpty();
        assertThat(validations.propose(year(), Verdict.VALIDATED, "All records agree.", TOMASZ))
                .isNotNull();
    }

    @Test
    void a_later_verdict_takes_the_place_of_an_earlier_one_which_stays_readable() {
        Confirmed first = confirmed(year(), Verdict.UNDER_REVIEW);
        Confirmed second = confirmed(year(), Verdict.VALIDATED);

        assertThat(marks(year())).singleElement().extracting(Mark::label).isEqualTo("Validated by the regulator");
        assertThat(validations.of(year())).containsExactly(second, first);
    }

    @Test
    void given_a_verdict_that_waits_then_another_person_must_decide_about_it_first() {
        validations.propose(year(), Verdict.NOT_VALIDATED, "Two wards are missing.", INES);

        ValidationRefused refused = catchThrowableOfType(
                ValidationRefused.class,
                () -> validations.propose(year(), Verdict.VALIDATED, "Nothing is missing.", TOMASZ));

        assertThat(refused.reason()).isEqualTo(Reason.OUT_OF_ORDER);
    }

    @Test
    void check_28_the_same_verdict_sent_twice_is_recorded_once() {
        Proposed first = validations.propose(year(), Verdict.NOT_VALIDATED, "Two wards are missing.", INES);

        assertThat(validations.propose(year(), Verdict.NOT_VALIDATED, "Two wards are missing.", INES))
                .isEqualTo(first);
        Confirmed confirmed = validations.confirm(first.id(), TOMASZ);
        assertThat(validations.confirm(first.id(), TOMASZ)).isEqualTo(confirmed);
    }

    @Test
    void the_mark_of_a_month_shows_on_the_year_that_contains_it_and_in_the_account() {
        steps.published(code);
        FigureId july = new FigureId("ae-4-hour", code, YEAR.months().get(3));

        confirmed(july, Verdict.NOT_VALIDATED);

        assertThat(marks(july)).extracting(Mark::label).containsExactly("Not validated by the regulator");
        assertThat(marks(year())).extracting(Mark::label).containsExactly("Partly not validated by the regulator");
        assertThat(accounts.coverage(accounts.find(code, YEAR).orElseThrow()).parts())
                .flatExtracting(AccountCoverage.Part::figures)
                .filteredOn(figure -> figure.id().indicator().equals("ae-4-hour"))
                .allSatisfy(figure -> assertThat(figure.marks())
                        .extracting(Mark::label)
                        .containsExactly("Partly not validated by the regulator"));
    }

    @Test
    void the_figure_is_computed_again_from_the_submitted_rows_and_compared_with_the_signed_cut() {
        Recomputing.Examined before = recomputing.examine(year()).orElseThrow();
        assertThat(before.rows()).hasSize(12);
        assertThat(before.value()).isEqualTo(0.87);
        assertThat(before.recomputation().agrees()).isTrue();

        steps.published(code);
        providers.sendMonth(code, "ae-4-hour", 1, 400, 1000);

        Recomputing.Examined after = recomputing.examine(year()).orElseThrow();
        assertThat(after.signed().orElseThrow().numerator()).isEqualTo(10_440);
        assertThat(after.recomputation().agrees()).isFalse();
        assertThat(after.recomputation().words()).contains("The latest signed cut holds another figure.");
    }

    @Test
    void given_a_figure_nobody_submitted_then_there_is_nothing_to_examine() {
        ValidationRefused refused = catchThrowableOfType(
                ValidationRefused.class,
                () -> validations.propose(
                        new FigureId("ae-4-hour", code, YEAR.next().period()), Verdict.VALIDATED, "Right.", INES));

        assertThat(refused.reason()).isEqualTo(Reason.NO_FIGURE);
    }

    @Test
    void from_a_figure_one_step_leads_to_the_verdict_and_one_to_the_account() {
        steps.published(code);
        Confirmed confirmed = confirmed(year(), Verdict.NOT_VALIDATED);

        assertThat(thread.of(figures.find(year(), Audience.everyone()).orElseThrow()))
                .extracting(Strand::kind, Strand::href)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                Strand.Kind.VALIDATION, "/about/validation/" + confirmed.id()),
                        org.assertj.core.groups.Tuple.tuple(
                                Strand.Kind.ACCOUNT, "/organisations/" + code + "/quality-account/2023-24"));
    }

    private Confirmed confirmed(FigureId figure, Verdict verdict) {
        return validations.confirm(
                validations
                        .propose(figure, verdict, "We looked at the records.", INES)
                        .id(),
                TOMASZ);
    }

    private FigureId year() {
        return new FigureId("ae-4-hour", code, YEAR.period());
    }

    private java.util.List<Mark> marks(FigureId figure) {
        return figures.find(figure, Audience.everyone()).orElseThrow().marks();
    }

    private static Actor.Person person(String username, String name) {
        return new Actor.Person(username, name, "Regulator", "ENG");
    }
}
