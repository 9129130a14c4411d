package org.silkthread.server.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.feeds.Feed;
import org.silkthread.server.feeds.Inbox;
import org.silkthread.server.feeds.TestFeeds;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.persons.Person;
import org.silkthread.server.persons.TestPeople;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.springframework.core.env.Environment;

/** A person's own clocks, and who else may see them. */
@ServerTest
class WaitsPagesTest {

    private static final String HEADER =
            "organisation,pathway,service,nhs_number,date_of_birth,id,version,event,day,detail\n";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    private final ReferralEventImports imports;
    private final TestFeeds feeds;
    private final Inbox inbox;
    private final TestPeople people;
    private final AuditTrail audit;
    private final Environment environment;

    WaitsPagesTest(
            ReferralEventImports imports,
            TestFeeds feeds,
            Inbox inbox,
            TestPeople people,
            AuditTrail audit,
            Environment environment) {
        this.imports = imports;
        this.feeds = feeds;
        this.inbox = inbox;
        this.people = people;
        this.audit = audit;
        this.environment = environment;
    }

    private static String digits(Person person) {
        return person.nhsNumber().orElseThrow().digits();
    }

    private void arrives(Feed feed, Person person, LocalDate born, Instant at, String visit) throws Exception {
        send(feed, "A04", person, born, at, visit, "|".repeat(25) + STAMP.format(at));
    }

    private void leaves(Feed feed, Person person, Instant at, String visit) throws Exception {
        send(feed, "A03", person, TestPeople.BORN, at, visit, "|".repeat(26) + STAMP.format(at));
    }

    private void send(Feed feed, String event, Person person, LocalDate born, Instant at, String visit, String rest)
            throws Exception {
        String sent = STAMP.format(at);
        String message = "MSH|^~\\&|PAS|ZED|SILK|SILK|" + sent + "||ADT^" + event + "|" + event + visit + "|P|2.4\r"
                + "EVN|" + event + "|" + sent + "\r" + "PID|1||L1^^^ZED~" + digits(person) + "^^^NHS||Price^Bill||"
                + DAY.format(born) + "\r" + "PV1|1|E|ED||||||||||||||||" + visit + rest + "\r";
        inbox.receive(feed, message.getBytes(StandardCharsets.UTF_8)).get();
    }

    private ImportReport referrals(String rows) {
        byte[] bytes = (HEADER + rows).getBytes(StandardCharsets.UTF_8);
        return imports.importers()
                .getFirst()
                .work()
                .importFile(
                        "referrals.csv", () -> new ByteArrayInputStream(bytes), ImportOptions.STRICT, TestPeople.TEST);
    }

    @Test
    void somebody_sees_when_their_clock_started_how_long_it_runs_and_what_the_standard_is() throws Exception {
        Person person = people.somebody();
        TestPeople.Visitor patient = people.patient(person);
        Feed feed = feeds.open();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        arrives(feed, person, TestPeople.BORN, now.minus(30, ChronoUnit.HOURS), "old" + feed.code());
        leaves(feed, person, now.minus(25, ChronoUnit.HOURS), "old" + feed.code());
        arrives(feed, person, TestPeople.BORN, now.minus(62, ChronoUnit.MINUTES), "new" + feed.code());

        String page = patient.browser().get("/me/waits").body();

        assertThat(page)
                .contains("Emergency department", "Within 4 hours so far", "1 hour 2 minute", "It is still running")
                .contains("Longer than 4 hours", "5 hours")
                .contains("At least 95 in 100 people leave the department within 4 hours");
        assertThat(audit.by(patient.username(), 5).toString()).contains("persons.view-list", "Waiting times, 2 waits");
    }

    @Test
    void a_number_alone_is_not_enough_and_nobody_sees_another_persons_visits() throws Exception {
        Person person = people.somebody();
        Browser patient = people.patient(person).browser();
        Browser other = people.patient(people.somebody()).browser();
        Feed feed = feeds.open();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        arrives(feed, person, TestPeople.BORN.plusDays(1), now.minus(20, ChronoUnit.MINUTES), "wrong" + feed.code());

        assertThat(patient.get("/me/waits").body()).contains("No hospital has sent a visit");
        arrives(feed, person, TestPeople.BORN, now.minus(10, ChronoUnit.MINUTES), "right" + feed.code());
        assertThat(patient.get("/me/waits").body()).contains("Within 4 hours so far");
        assertThat(other.get("/me/waits").body()).contains("No hospital has sent a visit");
        assertThat(Browser.of(environment).get("/me/waits").statusCode()).isEqualTo(302);
    }

    @Test
    void a_referral_is_counted_by_the_clock_and_a_correction_replaces_what_was_sent() {
        Person person = people.somebody();
        Browser patient = people.patient(person).browser();
        LocalDate today = LocalDate.now();
        String start = "ZED,P1,Urology," + digits(person) + "," + TestPeople.BORN + "," + digits(person) + "-1,";

        ImportReport first = referrals(start + "1,referral-received," + today.minusDays(130) + ",\n");
        String over = patient.get("/me/waits").body();
        referrals(start + "2,referral-received," + today.minusDays(21) + ",\n");
        String within = patient.get("/me/waits").body();
        ImportReport again = referrals(start + "2,referral-received," + today.minusDays(21) + ",\n");

        assertThat(first.added()).isEqualTo(1);
        assertThat(over).contains("Urology", "Longer than 18 weeks already", "18 weeks and 4 days");
        assertThat(within).contains("Within 18 weeks so far", "3 weeks").doesNotContain("18 weeks and 4 days");
        assertThat(again.unchanged()).isEqualTo(1);
    }

    @Test
    void a_bad_row_is_named_and_nothing_of_its_file_is_taken_in() {
        ImportReport report = referrals("ZED,P1,Urology,1234567890,1948-07-05,x-1,1,referral-received,2026-01-01,\n"
                + "ZED,P1,Urology," + TestPeople.number().digits() + ",1948-07-05,x-2,1,something,2026-01-01,\n");

        assertThat(report.outcome()).isEqualTo(ImportReport.Outcome.REFUSED);
        assertThat(report.problems()).extracting(problem -> problem.column()).containsExactly("nhs_number", "event");
    }

    @Test
    void check_03_staff_see_a_persons_waits_only_when_the_record_opens_for_them() {
        Person person = people.somebody();
        String page = "/care/people/" + person.id() + "/waits";
        Browser stranger = people.visitor("Stella", new Post(Role.CLINICIAN, TestPeople.organisation()))
                .browser();
        Browser lead =
                people.visitor("Lena", new Post(Role.QUALITY_LEAD, "ZED")).browser();

        assertThat(List.of(stranger.get(page).statusCode(), lead.get(page).statusCode()))
                .containsOnly(404);
    }

    @Test
    void everybody_reads_which_standards_are_in_force_and_what_was_given_up() {
        assertThat(Browser.of(environment).get("/waiting-times").body())
                .contains("Four hours in the emergency department", "From 1 January 2005", "Given up")
                .contains("26 weeks for admission", "/indicators/ae-4-hour");
    }
}
