package org.silkthread.server.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.silkthread.methods.interval.ConfidenceLevel;
import org.silkthread.methods.interval.Wilson;
import org.silkthread.server.ServerTest;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.disclosure.PublishedValue;
import org.silkthread.server.persons.TestPeople;
import org.silkthread.server.satisfaction.store.AnswerTable;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;

/** What answers come to, now and at moments of the past. */
@ServerTest
class SatisfactionTest {

    private static final Actor.Person LEAD = new Actor.Person("lead", "Lead", "Quality lead", "Z");
    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final CollectionPoints points;
    private final Satisfaction satisfaction;
    private final AnswerTable table;
    private final PaperAnswers paper;

    SatisfactionTest(CollectionPoints points, Satisfaction satisfaction, AnswerTable table, PaperAnswers paper) {
        this.points = points;
        this.paper = paper;
        this.satisfaction = satisfaction;
        this.table = table;
    }

    private CollectionPoint point(String organisation) {
        return points.open(organisation, "Emergency department", "How was it?", LEAD);
    }

    private void said(CollectionPoint point, Grade grade, int times, Instant at) {
        for (int i = 0; i < times; i++) {
            table.add(point.id(), AnswerTable.TAP, grade, UUID.randomUUID(), at);
        }
    }

    private Tally tally(CollectionPoint point, Instant asAt) {
        return satisfaction.of(point.organisation(), "emergency department", NINE, NINE.plus(HOUR), asAt);
    }

    @Test
    void answers_of_all_points_of_a_department_count_together_with_the_interval_of_wilson() {
        CollectionPoint screen = point(TestPeople.organisation());
        CollectionPoint form = point(screen.organisation());
        said(screen, Grade.VERY_GOOD, 20, NINE);
        said(form, Grade.GOOD, 11, NINE);
        said(screen, Grade.POOR, 9, NINE);

        Tally tally = tally(screen, NINE.plus(HOUR));

        assertThat(tally.answers().shown()).hasValue(40);
        assertThat(tally.good()).isInstanceOfSatisfying(PublishedValue.Shown.class, shown -> {
            assertThat(shown.numeratorShown()).isEqualTo(30);
            assertThat(shown.value()).isEqualTo(0.75);
            assertThat(shown.interval().lower())
                    .isCloseTo(Wilson.interval(30, 40, ConfidenceLevel.P95).lower(), within(1e-12));
        });
        assertThat(tally.share(Grade.VERY_GOOD).shown().orElseThrow().value()).isEqualTo(0.5);
        assertThat(tally.share(Grade.POOR).shown().orElseThrow().value()).isEqualTo(1);
    }

    @Test
    void below_eight_answers_nothing_is_shown_and_a_small_share_says_only_how_many_answered() {
        CollectionPoint few = point(TestPeople.organisation());
        said(few, Grade.GOOD, 7, NINE);
        CollectionPoint unhappy = point(TestPeople.organisation());
        said(unhappy, Grade.GOOD, 3, NINE);
        said(unhappy, Grade.VERY_POOR, 37, NINE);

        assertThat(tally(few, NINE.plus(HOUR)).good())
                .isInstanceOfSatisfying(
                        PublishedValue.Withheld.class,
                        hidden -> assertThat(hidden.denominator()).isEmpty());
        assertThat(tally(unhappy, NINE.plus(HOUR)).good())
                .isInstanceOfSatisfying(
                        PublishedValue.Withheld.class,
                        hidden -> assertThat(hidden.denominator().orElseThrow().shown())
                                .hasValue(40));
    }

    @Test
    void at_a_moment_of_the_past_only_what_had_come_by_the_last_quarter_hour_counts() {
        CollectionPoint point = point(TestPeople.organisation());
        said(point, Grade.GOOD, 10, NINE.plusSeconds(60));
        said(point, Grade.POOR, 10, NINE.plus(Duration.ofMinutes(20)));

        assertThat(tally(point, NINE.plus(Duration.ofMinutes(14))).answers().shown())
                .hasValue(0);
        assertThat(tally(point, NINE.plus(Duration.ofMinutes(15))).answers().shown())
                .hasValue(10);
        assertThat(tally(point, NINE.plus(Duration.ofMinutes(29))).answers().shown())
                .hasValue(10);
        assertThat(tally(point, NINE.plus(Duration.ofMinutes(30))).answers().shown())
                .hasValue(20);
    }

    private ImportReport cards(String rows) {
        byte[] bytes =
                ("organisation,department,day,very_good,good,poor,very_poor\n" + rows).getBytes(StandardCharsets.UTF_8);
        return paper.importers()
                .getFirst()
                .work()
                .importFile("cards.csv", () -> new ByteArrayInputStream(bytes), ImportOptions.STRICT, TestPeople.TEST);
    }

    @Test
    void cards_count_on_their_day_and_are_known_from_when_they_were_taken_in_and_a_row_again_adds_nothing() {
        CollectionPoint point = point(TestPeople.organisation());
        String row = point.organisation() + ",emergency department,2019-06-03,12,8,";
        Instant day = Instant.parse("2019-06-03T00:00:00Z");
        Instant next = day.plus(Duration.ofDays(1));

        ImportReport first = cards(row + "5,0\n");
        ImportReport again = cards(row + "5,0\n");
        ImportReport more = cards(row + "15,0\n");
        ImportReport nowhere = cards("ZNOWHERE,Nowhere,2019-06-03,1,1,1,1\n");

        assertThat(first.added()).isEqualTo(1);
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(more.added()).isEqualTo(1);
        assertThat(nowhere.problems()).extracting(problem -> problem.column()).containsExactly("department");
        assertThat(satisfaction
                        .of(
                                point.organisation(),
                                point.department(),
                                day,
                                next,
                                Instant.now().plus(HOUR))
                        .answers()
                        .shown())
                .hasValue(35);
        assertThat(satisfaction
                        .of(point.organisation(), point.department(), day, next, next)
                        .answers()
                        .shown())
                .hasValue(0);
    }
}
