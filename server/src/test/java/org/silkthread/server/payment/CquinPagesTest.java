package org.silkthread.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.identity.Role;
import org.silkthread.server.indicators.Cut;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.GoldenThread;
import org.silkthread.server.indicators.Strand;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Both parties see the same statement; everyone else sees what published figures allow. */
@ServerTest
@Import(TestService.class)
class CquinPagesTest {

    private static final String HIP = "hip-fracture-surgery-36h";

    private final TestService service;
    private final Environment environment;
    private final Figures figures;
    private final GoldenThread thread;

    private TestService.Pair pair = new TestService.Pair("", "");
    private Contract contract;
    private Cut cut;

    CquinPagesTest(TestService service, Environment environment, Figures figures, GoldenThread thread) {
        this.figures = figures;
        this.thread = thread;
        this.service = service;
        this.environment = environment;
        this.pair = service.pair();
        this.contract = service.contract(
                pair,
                "2017-18",
                "1000000.00",
                "1,Operate in time," + HIP + ",60,linear 60 to 90,2017-05,",
                "2,Check the risk,vte-risk-assessment,40,all or nothing at 95,FY2017-18-Q1,");
        service.send(
                HIP + "," + pair.provider() + ",,2017-05,12,13",
                "vte-risk-assessment," + pair.provider() + ",,FY2017-18-Q1,960,1000");
        this.cut = service.freeze(
                HIP + "." + pair.provider() + ".2017-05", "vte-risk-assessment." + pair.provider() + ".FY2017-18-Q1");
    }

    private Browser payer;
    private Browser hospital;

    @BeforeEach
    void signIn() {
        payer = signedIn(Role.COMMISSIONER, pair.commissioner());
        hospital = signedIn(Role.ACCOUNTABLE_OFFICER, pair.provider());
    }

    @Test
    void the_commissioner_prices_the_contract_and_both_sides_see_the_same_sum_and_agree_it() {
        String mine = "/commissioner/contracts/" + contract.id();
        String theirs = "/provider/contracts/" + contract.id();
        assertThat(payer.get("/commissioner").body()).contains(mine, "Not priced yet");

        assertThat(payer.post(mine, mine + "/price", Map.of("cut", cut.id().toString()))
                        .statusCode())
                .isEqualTo(302);

        String statement = "Statement 1: £25,000.00";
        assertThat(payer.get(mine).body()).contains(statement, "12 of 13", "/cuts/" + cut.id());
        assertThat(hospital.get(theirs).body()).contains(statement, "12 of 13", "/cuts/" + cut.id());
        payer.post(mine, mine + "/statements/1/agree", Map.of());
        assertThat(hospital.get(theirs).body()).contains("Waiting for the provider");
        hospital.post(theirs, theirs + "/statements/1/agree", Map.of());
        assertThat(payer.get(mine).body()).contains("Agreed by both sides");
        assertThat(payer.get("/commissioner").body()).contains("£25,000.00", "Agreed by both sides");
    }

    @Test
    void the_public_sees_no_amount_before_agreement_and_then_only_what_published_figures_allow() {
        String mine = "/commissioner/contracts/" + contract.id();
        String page = "/organisations/" + pair.provider() + "/cquin/2017-18";
        Browser anyone = Browser.of(environment);
        payer.post(mine, mine + "/price", Map.of("cut", cut.id().toString()));

        assertThat(anyone.get(page).body()).contains("Not agreed yet").doesNotContain("£25,000.00</");

        payer.post(mine, mine + "/statements/1/agree", Map.of());
        String theirs = "/provider/contracts/" + contract.id();
        hospital.post(theirs, theirs + "/statements/1/agree", Map.of());
        String open = anyone.get(page).body();
        assertThat(open)
                .contains("£10,000.00", "to £15,000.00", "to £25,000.00", PublicPricing.WHY_RANGES)
                .doesNotContain("12 of 13", "92.3");
        HttpResponse<String> json = anyone.get("/api/v1/cquin/" + pair.provider() + "/2017-18");
        assertThat(json.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(json.body()).contains("\"most\":25000.00").doesNotContain("12 of 13", "92.3");
        HttpResponse<String> csv = anyone.get("/api/v1/cquin/" + pair.provider() + "/2017-18.csv");
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body().lines()).hasSize(3);
        assertThat(csv.body()).contains("10000.00,10000.00").doesNotContain("12 of 13", "92.3");
    }

    @Test
    void nobody_from_elsewhere_sees_a_contract_or_acts_on_it() {
        TestService.Pair other = service.pair();
        Browser outsider = signedIn(Role.COMMISSIONER, other.commissioner());
        String address = "/commissioner/contracts/" + contract.id();

        assertThat(outsider.get(address).statusCode()).isEqualTo(404);
        assertThat(outsider.post(
                                "/commissioner",
                                address + "/price",
                                Map.of("cut", cut.id().toString()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(hospital.get(address).statusCode()).isEqualTo(403);
        assertThat(outsider.get("/commissioner").body()).doesNotContain(contract.id());
        assertThat(Browser.of(environment).get(address).statusCode()).isIn(302, 303, 401);
    }

    @Test
    void only_the_commissioner_has_a_contract_priced() {
        String theirs = "/provider/contracts/" + contract.id();

        assertThat(hospital.post(
                                theirs,
                                theirs + "/price",
                                Map.of("cut", cut.id().toString()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_rules_of_another_year_are_shown_beside_those_of_the_contract() {
        String mine = "/commissioner/contracts/" + contract.id();
        payer.post(mine, mine + "/price", Map.of("cut", cut.id().toString()));

        String page = payer.get(mine + "/reprice?year=2009-10").body();

        assertThat(page)
                .contains("Rules of 2009/10", "£5,000.00", "minus £20,000.00", "pays in full for sending the data");
        assertThat(payer.get(mine + "/reprice?year=2020-21").statusCode()).isEqualTo(409);
        assertThat(payer.get(mine + "/reprice?year=never").statusCode()).isEqualTo(400);
    }

    @Test
    void a_dispute_is_seen_and_answered_across_the_table() {
        String mine = "/commissioner/contracts/" + contract.id();
        String theirs = "/provider/contracts/" + contract.id();
        payer.post(mine, mine + "/price", Map.of("cut", cut.id().toString()));

        hospital.post(theirs, theirs + "/statements/1/dispute", Map.of("goal", "1", "reason", "<b>Too strict</b>"));

        assertThat(payer.get(mine).body())
                .contains("Goal 1 is disputed by the provider", "&lt;b&gt;Too strict&lt;/b&gt;")
                .doesNotContain("Agree this statement");
        HttpResponse<String> blank =
                hospital.post(theirs, theirs + "/statements/1/dispute", Map.of("goal", "1", "reason", " "));
        assertThat(blank.statusCode()).isEqualTo(409);
    }

    @Test
    void a_figure_leads_to_the_money_that_depends_on_it() {
        Figure figure = figures.find(FigureId.parse(HIP + "." + pair.provider() + ".2017-05"), Audience.everyone())
                .orElseThrow();

        assertThat(thread.of(figure))
                .filteredOn(strand -> strand.kind() == Strand.Kind.MONEY)
                .singleElement()
                .satisfies(strand -> {
                    assertThat(strand.explanation())
                            .isEqualTo("£15,000.00 of the contract for 2017/18 depends on this figure.");
                    assertThat(anyone().get(strand.href()).statusCode()).isEqualTo(200);
                });
    }

    private Browser anyone() {
        return Browser.of(environment);
    }

    private Browser signedIn(Role role, String organisation) {
        Actor.Person person = service.person(role, organisation);
        return Browser.of(environment).signIn(person.username(), TestService.PASSWORD);
    }
}
