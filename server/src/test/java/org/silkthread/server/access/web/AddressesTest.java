package org.silkthread.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.persons.NhsNumber;
import org.silkthread.server.persons.Person;
import org.silkthread.server.persons.TestPeople;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;

/**
 * Check 30 of SECURITY.md 4.4: no NHS number, name or token stands in an address. Whoever may do everything walks all routes
 * and all links, forms and redirects that the pages have, after somebody's record was opened and a token made.
 */
@ServerTest
class AddressesTest {

    private static final String GIVEN = "Zebedee";
    private static final String FAMILY = "Quillfeather";
    private static final int MOST_PAGES = 250;

    private static final Pattern ADDRESS = Pattern.compile("(?:href|src|action|formaction)=\"([^\"]*)\"");
    private static final Pattern FORM = Pattern.compile("<form([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<(?:input|select|textarea)[^>]* name=\"([^\"]+)\"");
    private static final Pattern TEN_DIGITS = Pattern.compile("(?<!\\d)\\d{3}[ +-]?\\d{3}[ +-]?\\d{4}(?!\\d)");
    private static final Pattern SECRET_WORD = Pattern.compile(
            "(?i)silk_|_csrf|_once|jsessionid|[?&;](token|password|code|secret|nhs|number|given|family)=");

    /** Of a screen in a waiting room: whoever has the secret sees or says what everybody may, and it can be ended. */
    private static final Pattern OF_A_SCREEN = Pattern.compile("/(tap|tell|wall)/\\{secret}(/thanks|/live)?");

    /** What may stand in a form whose fields go into the address. */
    private static final Set<String> FIELDS_OF_PERSONS =
            Set.of("number", "given", "family", "password", "code", "token", "_csrf", "_once", "birth-day", "username");

    private final TestPeople people;
    private final Environment environment;

    AddressesTest(TestPeople people, Environment environment) {
        this.people = people;
        this.environment = environment;
    }

    @Test
    void check_30_no_route_has_a_place_for_a_number_or_a_name_and_the_one_for_a_token_swaps_it_at_once() {
        assertThat(Routes.ALL)
                .filteredOn(route -> OF_A_SCREEN.matcher(route.pattern()).matches())
                .allMatch(route -> route.action().isPublic());
        assertThat(Routes.ALL)
                .extracting(Route::pattern)
                .filteredOn(pattern -> !OF_A_SCREEN.matcher(pattern).matches())
                .filteredOn(
                        pattern -> pattern.matches("(?i).*\\{[^}]*(nhs|name|token|password|secret|code-of)[^}]*}.*"))
                .containsExactly("/recover/{token}");
        HttpResponse<String> link = Browser.of(environment).get("/recover/no-such-token");
        assertThat(link.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(link.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void check_30_no_link_form_or_redirect_has_a_number_a_name_or_a_token() {
        String organisation = TestPeople.organisation();
        Person person = people.somebody(GIVEN, FAMILY + TestPeople.letters(), LocalDate.of(1948, 7, 5), "1 Mill Lane");
        people.entry(person, "Condition", "Gout", "");
        TestPeople.Visitor everything = people.visitor(
                "Walker",
                Arrays.stream(Role.values())
                        .flatMap(role -> Stream.of(new Post(role, organisation), new Post(role, "ENG")))
                        .toArray(Post[]::new));
        people.team(everything, organisation, Set.of(), person);
        TestPeople.Visitor patient = people.patient(person);

        Map<String, String> found = new TreeMap<>();
        int read = walk(everything.browser(), starts(organisation, person), found)
                + walk(patient.browser(), List.of("/me", "/me/record", "/me/access-log", "/me/carers"), found);
        formsThatAnswer(everything.browser(), person, found);

        assertThat(found).isEmpty();
        assertThat(read).isGreaterThan(60);
    }

    @Test
    void the_walk_would_notice_them() {
        assertThat(List.of(
                        "/care/people/943 476 5919",
                        "/care/people/9434765919",
                        "/care?family=Smith",
                        "/care/people/Zebedee",
                        "/x?token=1",
                        "/api?key=silk_abc"))
                .allMatch(AddressesTest::tells);
        assertThat(List.of("/figures/ae-4-hour.ENG.2024-07", "/cuts/1234567890", "/indicators?search=hip"))
                .noneMatch(AddressesTest::tells);
    }

    /** Each route that can be read, with what it is about filled in. */
    private static List<String> starts(String organisation, Person person) {
        return Routes.ALL.stream()
                .filter(route -> route.methods().contains(HttpMethod.GET))
                .map(route -> route.pattern()
                        .replace("/**", "/silkthread.css")
                        .replaceAll("\\{(code|organisation)}", organisation)
                        .replace("{year}", "2010-11")
                        .replace("{person}", person.id().toString())
                        .replaceAll("\\{[^/]*}", "1"))
                .toList();
    }

    private int walk(Browser browser, List<String> starts, Map<String, String> found) {
        Deque<String> waiting = new ArrayDeque<>(starts);
        Set<String> seen = new TreeSet<>(starts);
        int read = 0;
        while (!waiting.isEmpty() && read < MOST_PAGES + starts.size()) {
            String path = waiting.remove();
            HttpResponse<String> reply = browser.get(path);
            read++;
            look(path, reply, found);
            addresses(reply).stream()
                    .filter(address -> address.startsWith("/") && !address.startsWith("//"))
                    .map(address -> address.replaceAll("#.*", ""))
                    .filter(seen::add)
                    .forEach(waiting::add);
        }
        return read;
    }

    /** What comes after a form was sent. */
    private static void formsThatAnswer(Browser browser, Person person, Map<String, String> found) {
        String number = person.nhsNumber().map(NhsNumber::digits).orElseThrow();
        look("/care/search by number", browser.post("/care", "/care/search", Map.of("number", number)), found);
        look(
                "/care/search by name",
                browser.post(
                        "/care",
                        "/care/search",
                        Map.of("given", GIVEN, "family", person.details().familyName())),
                found);
        look(
                "/me/tokens",
                browser.post("/me/tokens", "/me/tokens", Map.of("name", "walk", "scope", "figures:read", "days", "7")),
                found);
    }

    private static void look(String path, HttpResponse<String> reply, Map<String, String> found) {
        if (!reply.headers().firstValue("Referrer-Policy").equals(Optional.of("same-origin"))) {
            found.put(path, "has no Referrer-Policy");
        }
        for (String address : addresses(reply)) {
            if (tells(decoded(address))) {
                found.put(path, "has the address " + address);
            }
        }
        FORM.matcher(reply.body())
                .results()
                .filter(form -> !form.group(1).contains("method=\"post\""))
                .flatMap(form -> FIELD.matcher(form.group(2)).results())
                .map(field -> field.group(1))
                .filter(FIELDS_OF_PERSONS::contains)
                .forEach(field -> found.put(path, "has a form that puts into the address: " + field));
    }

    /** Whether an address tells who somebody is, or opens something. */
    private static boolean tells(String address) {
        return address.contains(GIVEN)
                || address.contains(FAMILY)
                || SECRET_WORD.matcher(address).find()
                || TEN_DIGITS.matcher(address).results().anyMatch(digits -> isNhsNumber(digits.group()));
    }

    /** Where a reply leads: its links, forms, pictures and its redirect. */
    private static List<String> addresses(HttpResponse<String> reply) {
        Stream<String> onPage =
                reply.headers().firstValue("Content-Type").orElse("").startsWith("text/html")
                        ? ADDRESS.matcher(reply.body())
                                .results()
                                .map(found -> found.group(1).replace("&amp;", "&"))
                        : Stream.empty();
        Stream<String> onward = reply.headers().firstValue("Location").stream()
                .map(address -> address.replaceFirst("^https?://[^/]+", ""));
        return Stream.concat(onPage, onward).toList();
    }

    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return address;
        }
    }

    private static boolean isNhsNumber(String digits) {
        return NhsNumber.read(digits.replaceAll("\\D", "")) instanceof NhsNumber.Accepted;
    }
}
