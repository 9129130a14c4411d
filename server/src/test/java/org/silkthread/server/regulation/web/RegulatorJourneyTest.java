package org.silkthread.server.regulation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.accounts.TestAccounts;
import org.silkthread.server.accounts.TestProviders;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.springframework.core.env.Environment;

@ServerTest
class RegulatorJourneyTest {

    private static final String PASSWORD = "a long enough password";

    private final Environment environment;
    private final Accounts people;
    private final TestProviders providers;
    private final TestAccounts steps;

    private String code = "";
    private String figure = "";

    RegulatorJourneyTest(Environment environment, Accounts people, TestProviders providers, TestAccounts steps) {
        this.environment = environment;
        this.people = people;
        this.providers = providers;
        this.steps = steps;
    }

    @BeforeEach
    void aTrustWithAnAccount() {
        code = providers.trust();
        providers.sendEverything(code);
        steps.published(code);
        figure = "ae-4-hour." + code + ".FY2023-24";
    }

    @Test
    void one_person_records_a_second_confirms_and_the_mark_shows_in_the_account() {
        Browser ines = signedIn("ines", new Post(Role.REGULATOR, "ENG"));
        Browser tomasz = signedIn("tomasz", new Post(Role.REGULATOR, "ENG"));
        String account = "/organisations/" + code + "/quality-account/2023-24";
        assertThat(ines.get("/regulator?figure=" + code).body()).contains("/regulator/validations/new?figure=");
        assertThat(ines.get("/regulator/validations/new?figure=" + figure).body())
                .contains("Adding up the submitted rows again gives the same figure.");

        HttpResponse<String> recorded = ines.post(
                "/regulator/validations/new?figure=" + figure,
                "/regulator/validations",
                Map.of("figure", figure, "verdict", "not-validated", "reason", "Two wards are missing."));

        assertThat(recorded.statusCode()).isEqualTo(302);
        String inside = recorded.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        String id = inside.substring(inside.lastIndexOf('/') + 1);
        Browser visitor = Browser.of(environment);
        assertThat(visitor.get("/about/validation/" + id).statusCode()).isEqualTo(404);
        assertThat(visitor.get(account).body()).doesNotContain("Not validated by the regulator");
        assertThat(ines.post("/regulator", inside + "/confirm", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(ines.get(inside).body()).doesNotContain("Confirm the verdict");

        assertThat(tomasz.post(inside, inside + "/confirm", Map.of()).statusCode())
                .isEqualTo(302);

        assertThat(visitor.get("/about/validation/" + id).body())
                .contains("Not validated by the regulator")
                .contains("Two wards are missing.");
        assertThat(visitor.get(account).body())
                .contains("Not validated by the regulator")
                .contains("/about/validation/" + id);
        assertThat(visitor.get(account + ".csv").body()).contains("Not validated by the regulator");
        assertThat(visitor.get("/api/v1/quality-accounts/" + code + "/2023-24").body())
                .contains("Not validated by the regulator");
    }

    @Test
    void a_form_without_verdict_or_reason_is_shown_again_with_what_is_missing() {
        Browser ines = signedIn("ines2", new Post(Role.REGULATOR, "ENG"));

        HttpResponse<String> again = ines.post(
                "/regulator/validations/new?figure=" + figure, "/regulator/validations", Map.of("figure", figure));

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("Choose a verdict").contains("Enter the reason for the verdict");
    }

    @Test
    void nobody_but_the_regulator_records_a_verdict() {
        Browser helen = signedIn("helen", new Post(Role.QUALITY_LEAD, code));

        assertThat(helen.get("/regulator").statusCode()).isEqualTo(403);
        assertThat(helen.get("/regulator/validations/new?figure=" + figure).statusCode())
                .isEqualTo(403);
        assertThat(helen.post(
                                "/provider",
                                "/regulator/validations",
                                Map.of("figure", figure, "verdict", "validated", "reason", "We are right."))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Browser.of(environment).get("/regulator").statusCode()).isIn(302, 401);
    }

    private Browser signedIn(String name, Post post) {
        String username = name + "-" + code.toLowerCase(java.util.Locale.ROOT);
        people.create(username, name, PASSWORD, Set.of(post), new Actor.SystemJob("test"));
        return Browser.of(environment).signIn(username, PASSWORD);
    }
}
