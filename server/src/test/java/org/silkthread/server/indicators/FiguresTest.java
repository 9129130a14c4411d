package org.silkthread.server.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.silkthread.server.ServerTest;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Level;
import org.silkthread.server.directory.Provisional;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.disclosure.PublishedValue;
import org.silkthread.server.disclosure.WithheldReason;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresTest {

    private static final String INFECTION = "hip-surgical-site-infection";
    private static final List<String> PLANTED = List.of("FIG0", "FIG1", "FIG7", "FIG8", "FIG12");
    private static final Audience PUBLIC = Audience.everyone();

    private final Submissions submissions;
    private final Figures figures;
    private final Directory directory;
    private final Benchmark benchmark;

    FiguresTest(Submissions submissions, Figures figures, Directory directory, Benchmark benchmark) {
        this.submissions = submissions;
        this.figures = figures;
        this.directory = directory;
        this.benchmark = benchmark;
    }

    @BeforeAll
    void plant() {
        Sheet sheet = Sheet.ofValues();
        for (String code : PLANTED) {
            directory.registerProvisional(List.of(new Provisional(code, "Planted " + code, "Y58", "test")));
            long infections = Long.parseLong(code.substring(3));
            sheet.row(INFECTION, code, "2018-01", infections, 1003);
            sheet.row(INFECTION, code, "2018-02", infections, 997);
        }
        sheet.row(INFECTION, "FIG12", "2018-04", 40, 1000);
        assertThat(sheet.importInto(submissions).problems()).isEmpty();
    }

    @Test
    void planted_0_1_7_8_and_12_are_shown_as_0_hidden_hidden_10_and_10() {
        assertThat(shown("FIG0").numerator()).hasToString("0");
        assertThat(shown("FIG8").numerator()).hasToString("about 10");
        assertThat(shown("FIG12").numerator()).hasToString("about 10");
        for (String small : List.of("FIG1", "FIG7")) {
            Figure figure = find(small, "2018-01", PUBLIC);
            assertThat(figure.value()).isInstanceOfSatisfying(PublishedValue.Withheld.class, withheld -> {
                assertThat(withheld.reason()).isEqualTo(WithheldReason.TOO_SMALL);
                assertThat(withheld.denominator().orElseThrow()).hasToString("about 1005");
            });
        }
    }

    @Test
    void value_and_interval_are_computed_from_the_shown_counts() {
        PublishedValue.Shown eight = shown("FIG8");
        assertThat(eight.value()).isEqualTo(10.0 / 1005);
        assertThat(eight.isRounded()).isTrue();
        assertThat(eight.interval().lower()).isPositive().isLessThan(eight.value());
        assertThat(eight).isEqualTo(shown("FIG12"));
    }

    @Test
    void the_organisations_own_people_see_their_own_exact_counts_and_no_others() {
        Audience own = new Audience.Members(Set.of("FIG7"));
        assertThat(find("FIG7", "2018-01", own).shown().orElseThrow().numerator())
                .hasToString("7");
        assertThat(find("FIG1", "2018-01", own).shown()).isEmpty();
    }

    @Test
    void check_41_the_versions_of_a_figure_are_those_of_the_sum_of_its_service_lines_because_the_sum_is_published() {
        String row = "dementia-assessed,FIG0,%s,2018-01,%d,%d";
        Sheet.ofValues()
                .line(row.formatted("older-people", 12, 20))
                .line(row.formatted("general-medicine", 12, 20))
                .importInto(submissions);
        FigureId id = FigureId.parse("dementia-assessed.FIG0.2018-01");

        assertThat(figures.history(id, PUBLIC))
                .singleElement()
                .satisfies(version -> assertThat(version.value())
                        .isEqualTo(figures.find(id, PUBLIC).orElseThrow().value()));
        assertThat(figures.submitted(id, PUBLIC)).isEmpty();
        assertThat(figures.submitted(id, new Audience.Members(Set.of("FIG0")))).hasSize(2);

        Sheet.ofValues().line(row.formatted("older-people", 15, 20)).importInto(submissions);
        assertThat(figures.history(id, PUBLIC))
                .extracting(version -> version.source().orElseThrow().status())
                .containsExactly(FigureStatus.REVISED, FigureStatus.SUPERSEDED);
    }

    @Test
    void a_region_is_the_sum_of_its_counts_rounded_after_summing() {
        PublishedValue.Shown region = find("Y58", "2018-01", PUBLIC).shown().orElseThrow();
        assertThat(region.numerator()).hasToString("about 30");
        assertThat(region.value())
                .isEqualTo(30.0 / region.denominator().orElseThrow().shown().orElseThrow());
        Figures.Reading inside = figures.read(
                        Set.of(find("Y58", "2018-01", PUBLIC).id()), PUBLIC)
                .getFirst();
        assertThat(inside.total().orElseThrow().exact().numerator()).isEqualTo(28);
        assertThat(inside.figure().coverage().organisations()).isEqualTo(5);
    }

    @Test
    void a_year_is_the_sum_of_the_months_held_and_says_how_many() {
        Figure year = find("FIG12", "FY2017-18", new Audience.Members(Set.of("FIG12")));
        assertThat(year.shown().orElseThrow().numeratorShown()).isEqualTo(24);
        assertThat(year.coverage()).isEqualTo(new Coverage(2, 12, 1));
        assertThat(year.coverage().words(year.definition().collection().frequency()))
                .isEqualTo("2 of 12 months");
    }

    @Test
    void months_without_counts_are_in_the_series_and_say_why() {
        List<Figure> series = figures.series(INFECTION, "FIG12", PUBLIC);
        assertThat(series)
                .extracting(figure -> figure.id().period().code())
                .startsWith("2018-01", "2018-02", "2018-03", "2018-04");
        assertThat(series.get(2).value()).isEqualTo(PublishedValue.withheld(WithheldReason.NOT_COLLECTED));
        assertThat(find("FIG8", "2018-04", PUBLIC).value()).isEqualTo(PublishedValue.withheld(WithheldReason.LATE));
        assertThat(find("FIG8", "2190-01", PUBLIC).value())
                .isEqualTo(PublishedValue.withheld(WithheldReason.NOT_YET_DUE));
    }

    @Test
    void across_lists_every_sender_and_those_whose_figure_is_missing() {
        assertThat(figures.across(INFECTION, Period.parse("2018-04"), Level.ORGANISATION, PUBLIC))
                .extracting(figure -> figure.id().organisation())
                .containsAll(PLANTED);
        assertThat(figures.across(INFECTION, Period.parse("2018-01"), Level.REGION, PUBLIC))
                .extracting(figure -> figure.id().organisation())
                .contains("Y58");
    }

    @Test
    void the_latest_figure_of_each_indicator_is_found_for_an_organisation() {
        assertThat(figures.of("FIG12", PUBLIC))
                .singleElement()
                .satisfies(figure -> assertThat(figure.id().period().code()).isEqualTo("2018-04"));
    }

    @Test
    void a_chart_has_gaps_where_values_are_withheld_and_a_funnel_leaves_them_out() {
        assertThat(Spc.of(figures.series(INFECTION, "FIG7", PUBLIC)).measured()).isEmpty();
        Funnel funnel = benchmark.funnel(INFECTION, Period.parse("2018-01"), Level.ORGANISATION, PUBLIC);
        assertThat(funnel).isInstanceOf(Funnel.OfProportions.class);
        assertThat(((Funnel.OfProportions) funnel).funnel().points())
                .extracting(point -> point.unit().group())
                .contains("FIG8", "FIG12")
                .doesNotContain("FIG1", "FIG7");
    }

    @Test
    void an_unknown_indicator_or_organisation_has_no_figure() {
        assertThat(figures.find(FigureId.parse("no-such.FIG1.2018-01"), PUBLIC)).isEmpty();
        assertThat(figures.find(FigureId.parse(INFECTION + ".NOWHERE.2018-01"), PUBLIC))
                .isEmpty();
    }

    @Test
    void a_figure_says_when_the_next_one_is_due() {
        Figure figure = find("FIG12", "2018-01", PUBLIC);
        Period latest = figures.latestPeriod(INFECTION).orElseThrow();
        assertThat(figure.nextRelease().period()).isEqualTo(latest.next());
        assertThat(figure.nextRelease().due())
                .isEqualTo(latest.next()
                        .end()
                        .plusDays(figure.definition().collection().lagDays()));
    }

    private PublishedValue.Shown shown(String organisation) {
        return find(organisation, "2018-01", PUBLIC).shown().orElseThrow();
    }

    private Figure find(String organisation, String period, Audience audience) {
        return figures.find(new FigureId(INFECTION, organisation, Period.parse(period)), audience)
                .orElseThrow();
    }
}
