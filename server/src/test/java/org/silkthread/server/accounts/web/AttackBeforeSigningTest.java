package org.silkthread.server.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silkthread.server.accounts.TestAccounts.lead;
import static org.silkthread.server.accounts.TestAccounts.officer;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.accounts.Commentator;
import org.silkthread.server.accounts.TestAccounts;
import org.silkthread.server.accounts.TestProviders;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.disclosure.Examination;
import org.silkthread.server.disclosure.Examinations;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.indicators.Cuts;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.UnprotectedCuts;
import org.silkthread.server.indicators.WouldReveal;
import org.silkthread.server.publication.Frozen;
import org.silkthread.server.publication.Publications;
import org.silkthread.server.publication.SignedOff;
import org.silkthread.server.publication.StepRefused;
import org.springframework.core.env.Environment;

/** Nothing is frozen, signed or published from which a hidden count could be worked out with what is public already. */
@ServerTest
class AttackBeforeSigningTest {

    private static final String INFECTIONS = "hip-surgical-site-infection";
    private static final String PASSWORD = "a long enough password";

    private final Environment environment;
    private final Accounts people;
    private final TestProviders providers;
    private final TestAccounts steps;
    private final Publications publications;
    private final Cuts cuts;
    private final UnprotectedCuts earlier;
    private final Examinations examinations;
    private final AuditTrail audit;

    private String code = "";
    private FigureId year = FigureId.parse(INFECTIONS + ".ENG.FY2023-24");

    AttackBeforeSigningTest(
            Environment environment,
            Accounts people,
            TestProviders providers,
            TestAccounts steps,
            Publications publications,
            Cuts cuts,
            UnprotectedCuts earlier,
            Examinations examinations,
            AuditTrail audit) {
        this.environment = environment;
        this.people = people;
        this.providers = providers;
        this.steps = steps;
        this.publications = publications;
        this.cuts = cuts;
        this.earlier = earlier;
        this.examinations = examinations;
        this.audit = audit;
    }

    /** A trust with 5 infections, all of them in April. */
    @BeforeEach
    void aTrustWithASmallCount() {
        code = providers.trust();
        year = new FigureId(INFECTIONS, code, TestProviders.YEAR.period());
        providers.sendEverything(code);
        providers.sendYear(code, INFECTIONS, 0, 115);
        providers.sendMonth(code, INFECTIONS, 1, 5, 115);
    }

    @Test
    void given_nothing_that_gives_a_count_away_then_the_page_says_what_was_tried_and_the_account_is_signed() {
        ready();
        String page = osei().get(signOff()).body();

        assertThat(page)
                .contains("Can anybody be recognised?")
                .containsPattern("None can be worked out. At least [2-9] values remain possible for each.")
                .contains("every signed cut before it")
                .doesNotContain("There is a problem");
        assertThat(sign().statusCode()).isEqualTo(302);
        Examination kept = examinations.latest(TestAccounts.id(code).code()).orElseThrow();
        assertThat(kept.verdict().isSafe()).isTrue();
        assertThat(kept.verdict().counts()).isGreaterThan(12);
        assertThat(publications.find(TestAccounts.id(code)).orElseThrow()).isInstanceOf(SignedOff.class);
    }

    @Test
    void given_an_earlier_cut_with_the_count_then_the_signature_is_refused_and_the_page_says_why() {
        ready();
        earlier.publish("Infections before we hid them", year);

        String page = osei().get(signOff()).body();
        assertThat(page)
                .contains("There is a problem")
                .contains(
                        "April 2023, numerator (hidden) can be worked out from the signed cut ‘Infections before we hid"
                                + " them’, which has Riverbank " + code
                                + ", April 2023 to March 2024, numerator (shown as 5).")
                .contains("It must not be published like this.");
        HttpResponse<String> refused = sign();

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("can be worked out");
        assertThat(publications.find(TestAccounts.id(code)).orElseThrow()).isInstanceOf(Frozen.class);
        assertThat(audit.of(TestAccounts.id(code).code()))
                .extracting(entry -> entry.event().action())
                .startsWith("publication.refused.sign-off", "publication.examine");
        assertThat(examinations
                        .latest(TestAccounts.id(code).code())
                        .orElseThrow()
                        .verdict()
                        .isSafe())
                .isFalse();
    }

    @Test
    void given_an_earlier_cut_with_the_count_then_nothing_with_it_is_frozen() {
        earlier.publish("Infections before we hid them", year);
        steps.written(code);

        assertThatThrownBy(() -> publications.freeze(TestAccounts.id(code), steps.version(code), lead(code)))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("can be worked out from the signed cut");
        assertThatThrownBy(() -> cuts.freeze("Again", List.of(year), lead(code)))
                .isInstanceOf(WouldReveal.class)
                .hasMessageContaining("Infections before we hid them");
    }

    @Test
    void given_a_count_that_came_out_after_the_signature_then_the_account_is_not_published() {
        steps.signed(code);
        earlier.publish("Infections before we hid them", year);

        assertThatThrownBy(() -> publications.publish(TestAccounts.id(code), steps.version(code), officer(code)))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("can be worked out");
        assertThat(Browser.of(environment)
                        .get("/organisations/" + code + "/quality-account/2023-24")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void given_a_count_that_was_frozen_and_corrected_since_then_the_one_that_was_frozen_is_attacked() {
        ready();
        providers.sendMonth(code, INFECTIONS, 1, 3, 115);
        assertThat(osei().get(signOff()).body()).contains("None can be worked out");

        earlier.publish("Infections after they were counted again", year);

        assertThat(osei().get(signOff()).body()).contains("None can be worked out");
        assertThatThrownBy(() -> cuts.freeze("Again", List.of(year), lead(code)))
                .isInstanceOf(WouldReveal.class)
                .hasMessageContaining("Infections after they were counted again");
    }

    @Test
    void counts_at_the_edge_of_their_ranges_are_found_by_adding_all_of_them_up() {
        providers.sendYear(code, INFECTIONS, 12, 117);
        earlier.publish("Operations", year);
        steps.written(code);

        assertThatThrownBy(() -> publications.freeze(TestAccounts.id(code), steps.version(code), lead(code)))
                .hasMessageContaining("denominator (shown as 115) can be worked out from the signed cut ‘Operations’")
                .hasMessageContaining("April 2023 to March 2024, denominator (shown as 1,404)");
    }

    private void ready() {
        steps.frozen(code);
        for (Commentator body : Commentator.values()) {
            publications.attach(TestAccounts.id(code), steps.version(code), body.key(), "We have read it.", lead(code));
        }
    }

    private String signOff() {
        return "/provider/accounts/" + code + "/2023-24/sign-off";
    }

    private HttpResponse<String> sign() {
        return osei().post(
                        signOff(),
                        signOff(),
                        Map.of("version", Integer.toString(steps.version(code)), "declaration", "agreed"));
    }

    private Browser osei() {
        String username = "osei-" + System.nanoTime() + "-" + code.toLowerCase(Locale.ROOT);
        people.create(
                username,
                "osei",
                PASSWORD,
                Set.of(new Post(Role.ACCOUNTABLE_OFFICER, code)),
                new Actor.SystemJob("test"));
        return Browser.of(environment).signIn(username, PASSWORD);
    }
}
