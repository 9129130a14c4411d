package org.silkthread.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.accounts.TestAccounts;
import org.silkthread.server.accounts.TestProviders;
import org.silkthread.server.identity.Role;
import org.silkthread.server.publication.Correcting;
import org.silkthread.server.publication.Frozen;
import org.silkthread.server.publication.Publications;
import org.silkthread.server.publication.SignedOff;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks 42 to 44 of the security requirements: what is published is one thing wherever it is read, and only after it is. */
@ServerTest
@Import(TestService.class)
class SameValueEverywhereTest {

    private static final String INDICATOR = "hip-replacement-readmission-28";
    private static final Pattern BASE = Pattern.compile("[0-9,]+ of 1,[78][0-9]{2} [a-z]+");
    private static final List<String> SAME =
            List.of("numerator", "denominator", "value", "lower95", "upper95", "definitionVersion");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Environment environment;
    private final TestService payments;
    private final TestProviders providers;
    private final TestAccounts steps;
    private final Publications publications;

    private String code = "";
    private String account = "";
    private String figure = "";

    SameValueEverywhereTest(
            Environment environment,
            TestService payments,
            TestProviders providers,
            TestAccounts steps,
            Publications publications) {
        this.environment = environment;
        this.payments = payments;
        this.providers = providers;
        this.steps = steps;
        this.publications = publications;
    }

    @BeforeEach
    void aTrust() {
        code = providers.trust();
        providers.sendEverything(code);
        account = "/organisations/" + code + "/quality-account/2023-24";
        figure = INDICATOR + "." + code + ".FY2023-24";
    }

    @Test
    void
            check_42_given_source_data_that_change_after_the_signature_then_the_account_stays_and_a_correction_is_offered() {
        steps.published(code);
        JsonNode before = row(read(account + ".json"));
        String page = read(account);

        providers.sendMonth(code, INDICATOR, 1, 90, 150);

        assertThat(row(read(account + ".json"))).isEqualTo(before);
        assertThat(words(read(account))).isEqualTo(words(page));
        assertThat(words(read("/figures/" + figure))).isNotEqualTo(words(page));
        payments.person(Role.QUALITY_LEAD, code);
        payments.person(Role.ACCOUNTABLE_OFFICER, code);
        Browser lead = signedIn("quality-lead." + code);
        String work = "/provider/accounts/" + code + "/2023-24";
        assertThat(lead.get(work).body()).contains("1 figure has changed since it was signed");
        String offer = lead.get(work + "/correct").body();
        assertThat(offer)
                .contains("These figures have changed since the account was signed", "Was", "Is now")
                .contains(words(page), "Correct it");

        UUID frozen = propose(lead, work);
        String cut = "/api/v1/cuts/" + frozen;
        assertThat(Browser.of(environment).get(cut).statusCode()).isEqualTo(404);
        assertThat(read(account)).doesNotContain("A ward sent its cases late.");
        Browser officer = signedIn("accountable-officer." + code);
        officer.post(
                work + "/correct/sign",
                work + "/correct/sign",
                Map.of("version", Integer.toString(steps.version(code)), "declaration", "agreed"));

        assertThat(read(account))
                .contains("Correction 1", "A ward sent its cases late.", "As signed", words(page))
                .contains(words(read("/figures/" + figure)));
        assertThat(row(read(account + ".json"))).isEqualTo(before);
        assertThat(Browser.of(environment).get(cut).statusCode()).isEqualTo(200);
    }

    @Test
    void check_43_account_comparison_open_data_and_payment_have_the_same_value_base_and_version() {
        steps.published(code);
        JsonNode published = JSON.readTree(read(account + ".json"));
        JsonNode row = row(published.toString());
        String base = words(read(account));

        JsonNode api = JSON.readTree(read("/api/v1/figures/" + figure));
        String cut = published.get("cut").asString();
        for (String part : SAME) {
            assertThat(row.get(part).toString())
                    .as(part)
                    .isEqualTo(api.get(part).toString());
        }
        assertThat(fileLine(account + ".csv")).contains(api.get("value").toString(), cut);
        assertThat(fileLine("/open-data/figures.csv")).contains(api.get("value").toString());
        assertThat(read("/open-data/figures.json")).contains(api.toString());
        assertThat(read("/compare?service=trauma-and-orthopaedics&organisation=" + code))
                .contains(base, "/cuts/" + cut);

        JsonNode frozen = JSON.readTree(read("/api/v1/cuts/" + cut));
        assertThat(frozen.get("sha256")).isEqualTo(published.get("cutHash"));
        assertThat(StreamSupport.stream(frozen.get("figures").spliterator(), false)
                        .filter(held -> held.get("figure").asString().equals(figure)))
                .singleElement()
                .satisfies(held -> {
                    for (String part : SAME) {
                        assertThat(held.get(part).toString())
                                .as(part)
                                .isEqualTo(row.get(part).toString());
                    }
                });
        assertThat(paid(cut)).contains("\"cut\":\"" + cut + "\"", "\"figure\":\"" + figure + "\"");
    }

    @Test
    void check_44_before_it_is_published_nothing_of_an_account_is_to_be_had_and_then_all_of_it_at_once() {
        steps.signed(code);
        String api = "/api/v1/quality-accounts/" + code + "/2023-24";
        String[] guessed = {account, account + ".csv", account + ".json", account + ".zip", account + "/", api};
        Browser visitor = Browser.of(environment);
        for (String address : guessed) {
            assertThat(visitor.get(address).statusCode()).as(address).isEqualTo(404);
        }
        assertThat(read("/organisations/" + code)).doesNotContain(account);
        assertThat(read("/figures/" + figure)).doesNotContain(account);
        assertThat(read("/compare?service=trauma-and-orthopaedics&organisation=" + code))
                .doesNotContain(account);
        assertThat(indexes()).doesNotContain(account);

        steps.publish(code);

        for (String address : new String[] {account, account + ".csv", account + ".json", api}) {
            assertThat(visitor.get(address).statusCode()).as(address).isEqualTo(200);
        }
        assertThat(read("/organisations/" + code)).contains(account);
        assertThat(read("/figures/" + figure)).contains(account);
        assertThat(read("/compare?service=trauma-and-orthopaedics&organisation=" + code))
                .contains(account);
    }

    @Test
    void check_44_a_cut_is_closed_to_all_but_its_makers_until_its_account_is_published() {
        UUID cut = ((SignedOff) steps.signed(code)).frozen().cut().id();
        TestService.Pair pair = new TestService.Pair(payments.pair().commissioner(), code);
        Contract contract = payments.contract(
                pair, "2023-24", "1000000.00", "1,Fewer readmissions," + INDICATOR + ",100,linear 20 to 5,FY2023-24,");
        payments.person(Role.COMMISSIONER, pair.commissioner());
        payments.person(Role.ACCOUNTABLE_OFFICER, code);
        Browser stranger = Browser.of(environment);
        Browser payer = signedIn("commissioner." + pair.commissioner());
        Browser officer = signedIn("accountable-officer." + code);
        String mine = "/commissioner/contracts/" + contract.id();
        String[] guessed = {"/cuts/" + cut, "/cuts/" + cut + ".csv", "/api/v1/cuts/" + cut};

        for (String address : guessed) {
            assertThat(stranger.get(address).statusCode()).as(address).isEqualTo(404);
            assertThat(payer.get(address).statusCode()).as(address).isEqualTo(404);
            assertThat(officer.get(address).statusCode()).as(address).isEqualTo(200);
        }
        assertThat(payer.get(mine).body()).doesNotContain(cut.toString());
        assertThat(payer.post(mine, mine + "/price", Map.of("cut", cut.toString()))
                        .body())
                .doesNotContain("1,800");

        steps.publish(code);

        for (String address : guessed) {
            assertThat(stranger.get(address).statusCode()).as(address).isEqualTo(200);
        }
        assertThat(payer.get(mine).body()).contains(cut.toString());
    }

    @Test
    void check_44_the_cut_of_a_draft_that_was_sent_back_stays_closed() {
        UUID dropped = ((Frozen) steps.frozen(code)).cut().id();
        publications.sendBack(
                TestAccounts.id(code), steps.version(code), "A word is wrong.", TestAccounts.officer(code));
        publications.freeze(TestAccounts.id(code), steps.version(code), TestAccounts.lead(code));
        steps.comment(code);
        publications.signOff(TestAccounts.id(code), steps.version(code), "True.", TestAccounts.officer(code));
        steps.publish(code);

        assertThat(Browser.of(environment).get("/api/v1/cuts/" + dropped).statusCode())
                .isEqualTo(404);
    }

    /** What everybody sees of a contract that was priced from a cut and agreed by both sides. */
    private String paid(String cut) {
        TestService.Pair pair = new TestService.Pair(payments.pair().commissioner(), code);
        Contract contract = payments.contract(
                pair, "2023-24", "1000000.00", "1,Fewer readmissions," + INDICATOR + ",100,linear 20 to 5,FY2023-24,");
        payments.person(Role.COMMISSIONER, pair.commissioner());
        payments.person(Role.ACCOUNTABLE_OFFICER, code);
        Browser payer = signedIn("commissioner." + pair.commissioner());
        String mine = "/commissioner/contracts/" + contract.id();
        payer.post(mine, mine + "/price", Map.of("cut", cut));
        payer.post(mine, mine + "/statements/1/agree", Map.of());
        String theirs = "/provider/contracts/" + contract.id();
        signedIn("accountable-officer." + code).post(theirs, theirs + "/statements/1/agree", Map.of());
        return read("/api/v1/cquin/" + code + "/2023-24");
    }

    /** Sends a correction of the figure for signature; the cut that was taken for it. */
    private UUID propose(Browser lead, String work) {
        lead.post(
                work + "/correct",
                work + "/correct",
                Map.of(
                        "version",
                        Integer.toString(steps.version(code)),
                        "about",
                        figure,
                        "words",
                        "There were more readmissions.",
                        "reason",
                        "A ward sent its cases late."));
        return ((Correcting) publications.find(TestAccounts.id(code)).orElseThrow())
                .proposal()
                .figures()
                .orElseThrow()
                .id();
    }

    private Browser signedIn(String username) {
        return Browser.of(environment).signIn(username.toLowerCase(Locale.ROOT), TestService.PASSWORD);
    }

    private JsonNode row(String document) {
        return StreamSupport.stream(JSON.readTree(document).get("figures").spliterator(), false)
                .filter(row -> row.get("figure").asString().equals(figure))
                .findFirst()
                .orElseThrow();
    }

    /** '120 of 1,800 operations', as the page of the account or of the figure says it. */
    private static String words(String page) {
        Matcher found = BASE.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private List<String> fileLine(String path) {
        String line = read(path)
                .lines()
                .filter(row -> row.contains(figure + ","))
                .findFirst()
                .orElseThrow();
        return List.of(line.split(","));
    }

    private String indexes() {
        return read("/quality-accounts?year=2023-24") + read("/") + read("/organisations?q=" + code);
    }

    private String read(String path) {
        var reply = Browser.of(environment).get(path);
        assertThat(reply.statusCode()).as(path).isEqualTo(200);
        return reply.body();
    }
}
