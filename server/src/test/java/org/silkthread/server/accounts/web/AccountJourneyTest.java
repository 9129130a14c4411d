package org.silkthread.server.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.accounts.Commentator;
import org.silkthread.server.accounts.TestAccounts;
import org.silkthread.server.accounts.TestProviders;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.springframework.core.env.Environment;

/** Journey J9 of the requirements: the Quality Account at the end of the year, and what must not go wrong with it. */
@ServerTest
class AccountJourneyTest {

    private static final String PASSWORD = "a long enough password";
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private final Environment environment;
    private final Accounts people;
    private final TestProviders providers;
    private final TestAccounts steps;
    private final AuditTrail audit;

    private String code = "";
    private String work = "";
    private String address = "";

    AccountJourneyTest(
            Environment environment, Accounts people, TestProviders providers, TestAccounts steps, AuditTrail audit) {
        this.environment = environment;
        this.people = people;
        this.providers = providers;
        this.steps = steps;
        this.audit = audit;
    }

    @BeforeEach
    void aTrust() {
        code = providers.trust();
        work = "/provider/accounts/" + code + "/2023-24";
        address = "/organisations/" + code + "/quality-account/2023-24";
    }

    @Test
    void from_an_empty_draft_to_a_published_account() {
        providers.sendEverything(code);
        Browser helen = signedIn("helen", Role.QUALITY_LEAD);
        Browser osei = signedIn("osei", Role.ACCOUNTABLE_OFFICER);
        Browser visitor = Browser.of(environment);

        assertThat(helen.get("/provider").body()).contains("Start the account of 2023 to 2024");
        assertThat(helen.post("/provider", work, Map.of()).statusCode()).isEqualTo(302);
        write(helen, "/sections/part-1", Map.of("part-1", "Every patient should be safe.\n\nWe are not there yet."));
        for (int number = 1; number <= 3; number++) {
            String key = "priority-" + number + "-";
            write(
                    helen,
                    "/priorities/" + number,
                    Map.of(key + "aim", "Aim " + number, key + "why", "Reasons", key + "monitoring", "Monthly"));
        }
        write(helen, "/sections/part-3", Map.of("part-3", "A review."));
        assertThat(helen.get(work).body()).contains("Nothing is missing. The figures can be frozen.");
        assertThat(step(helen, "/freeze", Map.of()).statusCode()).isEqualTo(302);
        for (Commentator body : Commentator.values()) {
            assertThat(step(helen, "/comments/" + body.key(), Map.of("words", "We have read it."))
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(step(osei, "/sign-off", Map.of("declaration", "agreed")).statusCode())
                .isEqualTo(302);

        assertThat(visitor.get(address).statusCode()).isEqualTo(404);
        assertThat(visitor.get(address + ".csv").statusCode()).isEqualTo(404);
        assertThat(visitor.get(address + ".json").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/api/v1/quality-accounts/" + code + "/2023-24").statusCode())
                .isEqualTo(404);
        assertThat(step(helen, "/publish", Map.of()).statusCode()).isEqualTo(302);

        assertThat(visitor.get(address).body())
                .contains("<p class=\"silk-prose\">We are not there yet.</p>")
                .contains("Emergency care, Safety")
                .contains("10,440 of 12,000 attendances")
                .contains("87.0%")
                .contains("Not met: the standard is 95.0%")
                .contains("Signed by osei, accountable officer")
                .contains("Hash of the cut");
        assertThat(visitor.get(address + ".csv").body())
                .contains("emergency-care,Effectiveness,ae-4-hour." + code + ".FY2023-24,ae-4-hour,")
                .contains(",10440,12000,0.87,");
        assertThat(visitor.get(address + ".json").body()).contains("\"status\":\"published\"");
        assertThat(visitor.get("/api/v1/quality-accounts/" + code + "/2023-24").body())
                .contains("\"numerator\":10440");
        assertThat(visitor.get("/organisations/" + code).body()).contains(address);
    }

    @Test
    void given_a_gap_then_the_freeze_is_refused_and_the_page_says_which() {
        providers.sendYear(code, "ae-4-hour", 870, 1000);
        steps.written(code);
        Browser helen = signedIn("helen", Role.QUALITY_LEAD);

        HttpResponse<String> refused = step(helen, "/freeze", Map.of());

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("There is a problem")
                .contains("Emergency care has no figure for experience. Send one, or say why there is none.");
        assertThat(helen.get(work).body()).contains("No figure and no reason");
    }

    @Test
    void somebody_who_wrote_in_the_account_cannot_sign_it_even_as_accountable_officer() {
        providers.sendEverything(code);
        steps.signed(code);
        Browser both = signedIn("both", Role.QUALITY_LEAD, Role.ACCOUNTABLE_OFFICER);
        step(both, "/send-back", Map.of("reason", "Part 3 is too short."));
        write(both, "/sections/part-3", Map.of("part-3", "A longer review."));
        step(both, "/freeze", Map.of());
        for (Commentator body : Commentator.values()) {
            step(both, "/comments/" + body.key(), Map.of("words", "We have read it."));
        }

        HttpResponse<String> refused = step(both, "/sign-off", Map.of("declaration", "agreed"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Somebody who has had no part in it must sign it");
        assertThat(audit.of(TestAccounts.id(code).code()).getFirst().event().action())
                .isEqualTo("publication.refused.sign-off");
    }

    @Test
    void the_quality_lead_cannot_sign_and_the_officer_cannot_write() {
        providers.sendEverything(code);
        steps.frozen(code);
        Browser helen = signedIn("helen", Role.QUALITY_LEAD);
        Browser osei = signedIn("osei", Role.ACCOUNTABLE_OFFICER);

        assertThat(step(helen, "/sign-off", Map.of("declaration", "agreed")).statusCode())
                .isEqualTo(403);
        assertThat(osei.get(work + "/sections/part-1").statusCode()).isEqualTo(403);
        assertThat(osei.post(work, work + "/freeze", Map.of("version", "1")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void after_the_freeze_a_form_that_was_open_cannot_be_sent() {
        providers.sendEverything(code);
        steps.frozen(code);
        Browser helen = signedIn("helen", Role.QUALITY_LEAD);

        HttpResponse<String> refused = helen.post(
                work + "/send-back",
                work + "/sections/part-1",
                Map.of("version", "1", "part-1", "Nothing went wrong."));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("has been frozen. It cannot be edited now.");
        assertThat(helen.get(work + "/preview").body()).doesNotContain("Nothing went wrong.");
    }

    @Test
    void a_published_account_cannot_be_edited_sent_back_or_published_again() {
        providers.sendEverything(code);
        steps.published(code);
        Browser helen = signedIn("helen", Role.QUALITY_LEAD);
        String version = Integer.toString(steps.version(code));
        String page = work + "/correct";

        assertThat(helen.post(page, work + "/sections/part-1", Map.of("version", version, "part-1", "x"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(helen.post(page, work + "/send-back", Map.of("version", version, "reason", "x"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(helen.post(page, work + "/publish", Map.of("version", version))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_correction_stands_on_top_with_date_and_reason_and_the_signed_figure_stays() {
        providers.sendEverything(code);
        steps.published(code);
        providers.sendMonth(code, "ae-4-hour", 1, 400, 1000);
        Browser helen = signedIn("helen", Role.QUALITY_LEAD);
        assertThat(helen.get(work + "/correct").body()).contains("have changed since the account was signed");

        HttpResponse<String> silent =
                step(helen, "/correct", Map.of("about", "ae-4-hour." + code + ".FY2023-24", "words", "Lower."));
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("Enter why it was wrong");
        HttpResponse<String> corrected = step(
                helen,
                "/correct",
                Map.of(
                        "about",
                        "ae-4-hour." + code + ".FY2023-24",
                        "words",
                        "In April we saw fewer people in time.",
                        "reason",
                        "A ward had been counted twice."));

        assertThat(corrected.statusCode()).isEqualTo(302);
        assertThat(Browser.of(environment).get(address).body()).doesNotContain("Correction 1");
        assertThat(helen.get(work).body()).contains("waits for the signature of an accountable officer");
        assertThat(helen.get(work + "/correct/sign").statusCode()).isEqualTo(403);
        Browser osei = signedIn("osei", Role.ACCOUNTABLE_OFFICER);
        assertThat(osei.get(work + "/correct/sign").body())
                .contains("As signed", "10,440 of 12,000 attendances", "9,970 of 12,000 attendances");
        assertThat(step(osei, "/correct/sign", Map.of()).body()).contains("Tick the box to sign the correction");
        assertThat(step(osei, "/correct/sign", Map.of("declaration", "agreed")).statusCode())
                .isEqualTo(302);
        assertThat(helen.get(work + "/correct").body()).doesNotContain("have changed since the account was signed");
        String page = Browser.of(environment).get(address).body();
        assertThat(page)
                .contains("Correction 1")
                .contains("In April we saw fewer people in time.")
                .contains("Why it was wrong: A ward had been counted twice.")
                .contains("As signed")
                .contains("Written by helen, signed by osei")
                .contains("10,440 of 12,000 attendances")
                .contains("9,970 of 12,000 attendances");
        assertThat(page.indexOf("Correction 1")).isLessThan(page.indexOf("Part 1: statement on quality"));
        assertThat(Browser.of(environment).get(address + ".json").body())
                .contains("\"status\":\"corrected\"")
                .contains("\"numerator\":10440");
    }

    @Test
    void a_withdrawn_account_says_so_at_its_address() {
        providers.sendEverything(code);
        steps.published(code);
        Browser osei = signedIn("osei", Role.ACCOUNTABLE_OFFICER);

        step(osei, "/withdraw", Map.of("reason", "It was about another hospital."));

        HttpResponse<String> page = Browser.of(environment).get(address);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Withdrawn on").contains("It was about another hospital.");
    }

    @Test
    void counts_of_1_to_7_are_on_no_page_and_in_no_file() {
        providers.sendEverything(code);
        providers.sendYear(code, "hip-surgical-site-infection", 0, 117);
        providers.sendMonth(code, "hip-surgical-site-infection", 1, 5, 117);
        steps.published(code);
        Browser visitor = Browser.of(environment);

        for (String path : new String[] {address, address + ".csv", address + ".json"}) {
            String body = visitor.get(path).body();
            assertThat(body).contains("Hidden to protect people");
            assertThat(body).doesNotContain("5 of 1,40").doesNotContain(",5,14").doesNotContain("\"numerator\":5,");
        }
    }

    @Test
    void another_providers_people_see_nothing_of_a_draft() {
        providers.sendEverything(code);
        steps.written(code);
        String mine = work;
        code = providers.trust();
        Browser stranger = signedIn("stranger", Role.QUALITY_LEAD);

        for (String path : new String[] {"", "/preview", "/sections/part-1", "/freeze", "/publish", "/correct"}) {
            assertThat(stranger.get(mine + path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(stranger.post("/provider", mine + "/freeze", Map.of("version", "2"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Browser.of(environment).get(mine).statusCode()).isIn(302, 401);
    }

    @Test
    void a_form_without_its_token_is_refused() {
        providers.sendEverything(code);
        steps.written(code);
        Browser helen = signedIn("helen", Role.QUALITY_LEAD);

        assertThat(helen.sendBare("POST", work + "/freeze").statusCode()).isEqualTo(403);
        assertThat(helen.sendBare("POST", work + "/publish").statusCode()).isEqualTo(403);
    }

    @Test
    void given_a_section_that_somebody_else_changed_then_what_was_typed_is_shown_again_beside_it() {
        steps.written(code);
        Browser helen = signedIn("helen", Role.QUALITY_LEAD);
        Browser ward = signedIn("ward", Role.QUALITY_LEAD);
        String seen = version(helen, "/sections/part-3");
        write(ward, "/sections/part-3", Map.of("part-3", "Ward's review."));

        HttpResponse<String> refused = helen.post(
                work + "/sections/part-3",
                work + "/sections/part-3",
                Map.of("version", seen, "part-3", "Helen's review."));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("<title>Error: ")
                .contains("Helen's review.</textarea>")
                .contains("Ward")
                .contains("The text as it is now");
    }

    @Test
    void check_21_markup_in_a_text_is_shown_as_text() {
        providers.sendEverything(code);
        steps.written(code);
        Browser helen = signedIn("helen", Role.QUALITY_LEAD);
        write(helen, "/sections/part-1", Map.of("part-1", "<script>alert(1)</script> =HYPERLINK(\"http://x\")"));

        String preview = helen.get(work + "/preview").body();

        assertThat(preview).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void the_list_of_accounts_says_which_are_published_and_which_are_late() {
        providers.sendEverything(code);
        steps.published(code);
        String late = providers.trust();
        steps.written(late);

        String pages = allPages();

        assertThat(pages).contains("Quality Account of Riverbank " + code);
        assertThat(pages).contains("Riverbank " + late).contains("Late: not published. It was due on 30 June 2024");
        assertThat(pages).doesNotContain("Quality Account of Riverbank " + late);
    }

    private String allPages() {
        StringBuilder all = new StringBuilder();
        for (int page = 1; ; page++) {
            HttpResponse<String> answer = Browser.of(environment).get("/quality-accounts?year=2023-24&page=" + page);
            if (answer.statusCode() != 200) {
                return all.toString();
            }
            all.append(answer.body());
        }
    }

    private void write(Browser browser, String path, Map<String, String> texts) {
        assertThat(step(browser, path, texts).statusCode()).isEqualTo(302);
    }

    /** Opens the page of a step and sends its form. */
    private HttpResponse<String> step(Browser browser, String path, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("version", version(browser, path));
        return browser.post(work + path, work + path, form);
    }

    private String version(Browser browser, String path) {
        Matcher version = VERSION.matcher(browser.get(work + path).body());
        return version.find() ? version.group(1) : "0";
    }

    private Browser signedIn(String name, Role... roles) {
        Set<Post> posts = java.util.Arrays.stream(roles)
                .map(role -> new Post(role, code))
                .collect(java.util.stream.Collectors.toSet());
        String username = name + "-" + code.toLowerCase(java.util.Locale.ROOT);
        people.create(username, name, PASSWORD, posts, new Actor.SystemJob("test"));
        return Browser.of(environment).signIn(username, PASSWORD);
    }
}
