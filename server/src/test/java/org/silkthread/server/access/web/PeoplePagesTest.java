package org.silkthread.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.Appointments;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SecondFactors;
import org.springframework.core.env.Environment;

@ServerTest
class PeoplePagesTest {

    private static final String PASSWORD = "seventeen blue kettles sing";
    private static final Pattern LINK = Pattern.compile("/recover/[A-Za-z0-9_-]{40,}");
    private static final Actor TEST = new Actor.SystemJob("test");

    private final Environment environment;
    private final Accounts accounts;
    private final Appointments appointments;
    private final AuditTrail audit;
    private final SecondFactors factors;
    private final String here =
            "Q" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT);

    PeoplePagesTest(
            Environment environment,
            Accounts accounts,
            Appointments appointments,
            AuditTrail audit,
            SecondFactors factors) {
        this.environment = environment;
        this.accounts = accounts;
        this.appointments = appointments;
        this.audit = audit;
        this.factors = factors;
    }

    @Test
    void given_a_joiner_a_mover_and_a_leaver_then_what_they_can_do_follows_at_once() {
        Browser administrator = signedIn(account("Ada Min", Role.ACCESS_ADMINISTRATOR, here));
        String joiner = account("Jo Iner");
        Browser theirs = signedIn(joiner);
        String draft = "/provider/accounts/" + here + "/2023-24/freeze";
        assertThat(theirs.get(draft).statusCode()).isEqualTo(403);

        assertThat(appoint(administrator, joiner, "QUALITY_LEAD", "")).isEqualTo(302);
        Browser withPost = signedIn(joiner);
        assertThat(withPost.get("/provider").statusCode()).isEqualTo(200);
        String person = person(joiner);
        assertThat(administrator.get("/people/" + here).body()).contains("Jo Iner", "Quality lead");
        assertThat(administrator.get("/people/" + here + "/" + person).body())
                .contains("Write a Quality Account", "They hold the post “Quality lead” at " + here);
        assertThat(administrator
                        .get("/people/" + here + "/can?action=WRITE_ACCOUNT")
                        .body())
                .contains("Jo Iner")
                .doesNotContain("Ada Min</a>");

        assertThat(administrator
                        .post(
                                "/people/" + here,
                                "/people/" + here + "/" + person + "/end",
                                Map.of("role", "QUALITY_LEAD"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(withPost.get("/provider").statusCode()).isEqualTo(403);
        assertThat(administrator.get("/people/" + here).body()).contains("Ended on");
        assertThat(audit.of("account/" + joiner))
                .extracting(entry -> entry.event().action())
                .contains("identity.appoint", "identity.release");
    }

    @Test
    void given_an_administrator_of_an_organisation_then_they_give_no_post_beyond_it_nor_to_themselves() {
        String username = account("Ada Min", Role.ACCESS_ADMINISTRATOR, here);
        Browser administrator = signedIn(username);
        String joiner = account("Jo Iner");

        assertThat(appoint(administrator, joiner, "REGULATOR", "")).isEqualTo(422);
        assertThat(appoint(administrator, joiner, "NATIONAL", "")).isEqualTo(422);
        assertThat(appoint(administrator, username, "ACCOUNTABLE_OFFICER", "")).isEqualTo(422);
        assertThat(appoint(administrator, joiner, "QUALITY_LEAD", "2001-01-01")).isEqualTo(422);
        assertThat(appoint(administrator, joiner, "QUALITY_LEAD", "next week")).isEqualTo(422);
        assertThat(administrator
                        .post(
                                "/people/" + here,
                                "/people/ELSEWHERE/posts",
                                Map.of("username", joiner, "role", "QUALITY_LEAD"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(appointments.at(here)).extracting(held -> held.username()).doesNotContain(joiner);
    }

    @Test
    void check_04_fields_that_a_form_does_not_have_change_nothing() {
        Browser administrator = signedIn(account("Ada Min", Role.ACCESS_ADMINISTRATOR, here));
        String joiner = account("Jo Iner");

        int status = administrator
                .post(
                        "/people/" + here,
                        "/people/" + here + "/posts",
                        Map.of(
                                "username", joiner,
                                "role", "CLINICIAN",
                                "organisation", "ELSEWHERE",
                                "posts", "NATIONAL@ENG",
                                "open", "false",
                                "name", "Somebody Else",
                                "by", "somebody"))
                .statusCode();

        assertThat(status).isEqualTo(302);
        assertThat(accounts.find(joiner)).hasValueSatisfying(person -> {
            assertThat(person.posts()).containsExactly(new Post(Role.CLINICIAN, here));
            assertThat(person.name()).isEqualTo("Jo Iner");
        });
    }

    @Test
    void given_somebody_invited_then_the_link_lets_them_choose_a_password_once_and_the_second_factor_is_asked() {
        Browser administrator = signedIn(account("Ada Min", Role.ACCESS_ADMINISTRATOR, here));
        String username = "new-" + UUID.randomUUID();

        HttpResponse<String> shown = administrator.post(
                "/people/" + here,
                "/people/" + here + "/invite",
                Map.of("username", username, "name", "New Comer", "role", "CLINICIAN"));

        assertThat(shown.statusCode()).isEqualTo(200);
        Matcher link = LINK.matcher(shown.body());
        assertThat(link.find()).isTrue();
        assertThat(accounts.find(username))
                .hasValueSatisfying(
                        person -> assertThat(person.posts()).containsExactly(new Post(Role.CLINICIAN, here)));
        Browser newcomer = Browser.of(environment);
        newcomer.follow(newcomer.get(link.group()));
        HttpResponse<String> chosen =
                newcomer.post("/recover", "/recover", Map.of("password", PASSWORD, "again", PASSWORD));
        assertThat(chosen.statusCode()).isLessThan(400);
        assertThat(signedIn(username).get("/provider").statusCode()).isEqualTo(200);
        assertThat(Browser.of(environment).get(link.group()).body()).doesNotContain("name=\"password\"");
    }

    @Test
    void given_a_lost_second_factor_then_two_administrators_remove_it_and_one_alone_cannot() {
        Browser one = signedIn(account("Ada Min", Role.ACCESS_ADMINISTRATOR, here));
        Browser another = signedIn(account("Ben Min", Role.ACCESS_ADMINISTRATOR, here));
        String username = account("Lost Phone", Role.CLINICIAN, here);
        signedIn(username);
        String page = "/people/" + here + "/" + person(username);

        one.post(page, page + "/factor", Map.of("reason", "Seen with a passport"));
        assertThat(one.post(page, page + "/factor/decide", Map.of("decision", "agree"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(factors.enrolled(username)).isTrue();
        assertThat(another.get(page).body()).contains("Seen with a passport");
        assertThat(another.post(page, page + "/factor/decide", Map.of("decision", "agree"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(factors.enrolled(username)).isFalse();
    }

    @Test
    void given_somebody_with_a_post_elsewhere_then_an_administrator_here_gets_at_neither_password_nor_factor() {
        Browser administrator = signedIn(account("Ada Min", Role.ACCESS_ADMINISTRATOR, here));
        String username = account("Two Posts", Set.of(new Post(Role.CLINICIAN, here), new Post(Role.NATIONAL, "ENG")));
        String page = "/people/" + here + "/" + person(username);

        assertThat(administrator.post(page, page + "/link", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(administrator
                        .post(page, page + "/factor", Map.of("reason", "x"))
                        .statusCode())
                .isEqualTo(403);
    }

    private String person(String username) {
        return appointments.at(here).stream()
                .filter(held -> held.username().equals(username))
                .findFirst()
                .orElseThrow()
                .person()
                .toString();
    }

    private int appoint(Browser administrator, String username, String role, String until) {
        return administrator
                .post(
                        "/people/" + here,
                        "/people/" + here + "/posts",
                        Map.of("username", username, "role", role, "until", until))
                .statusCode();
    }

    private Browser signedIn(String username) {
        return Browser.of(environment).signIn(username, PASSWORD);
    }

    private String account(String name, Role role, String organisation) {
        return account(name, Set.of(new Post(role, organisation)));
    }

    private String account(String name) {
        return account(name, Set.of());
    }

    private String account(String name, Set<Post> posts) {
        String username = "people-" + UUID.randomUUID();
        accounts.create(username, name, PASSWORD, posts, TEST);
        return username;
    }
}
