package org.silkthread.server.access.web;

import static org.silkthread.server.access.Action.ADMINISTER_ACCESS;
import static org.silkthread.server.access.Action.BREAK_GLASS;
import static org.silkthread.server.access.Action.CALCULATE;
import static org.silkthread.server.access.Action.COLLECT_ANSWERS;
import static org.silkthread.server.access.Action.DEFINE_DASHBOARD;
import static org.silkthread.server.access.Action.EVALUATE_CQL;
import static org.silkthread.server.access.Action.EXPORT_RECORD;
import static org.silkthread.server.access.Action.FIND_CARE_GAPS;
import static org.silkthread.server.access.Action.GIVE_AN_ANSWER;
import static org.silkthread.server.access.Action.KEEP_IMPROVEMENT_LOG;
import static org.silkthread.server.access.Action.LET_CARERS_HELP;
import static org.silkthread.server.access.Action.LOOK_AFTER_FEEDS;
import static org.silkthread.server.access.Action.LOOK_AFTER_OWN_ACCOUNT;
import static org.silkthread.server.access.Action.MERGE_RECORDS;
import static org.silkthread.server.access.Action.OPEN_RECORD;
import static org.silkthread.server.access.Action.OPEN_SCREEN;
import static org.silkthread.server.access.Action.READ_ACCESS_LOG;
import static org.silkthread.server.access.Action.READ_ACCOUNT_DRAFT;
import static org.silkthread.server.access.Action.READ_ANSWERS;
import static org.silkthread.server.access.Action.READ_IMPROVEMENT;
import static org.silkthread.server.access.Action.READ_PUBLISHED;
import static org.silkthread.server.access.Action.READ_RECORD_ENTRY;
import static org.silkthread.server.access.Action.RELEASE_ACCOUNT;
import static org.silkthread.server.access.Action.REVIEW_BROKEN_GLASS;
import static org.silkthread.server.access.Action.SEARCH_PEOPLE;
import static org.silkthread.server.access.Action.SEE_CASES;
import static org.silkthread.server.access.Action.SEE_DASHBOARD;
import static org.silkthread.server.access.Action.SEE_ORGANISATION_HOME;
import static org.silkthread.server.access.Action.SEND_COUNTS;
import static org.silkthread.server.access.Action.SEND_MESSAGES;
import static org.silkthread.server.access.Action.SEND_PUBLICATIONS;
import static org.silkthread.server.access.Action.SEND_REGISTERS;
import static org.silkthread.server.access.Action.SET_PRIVACY;
import static org.silkthread.server.access.Action.SHARE_IMPROVEMENT;
import static org.silkthread.server.access.Action.SIGN_IN;
import static org.silkthread.server.access.Action.SIGN_OFF_ACCOUNT;
import static org.silkthread.server.access.Action.VALIDATE_FIGURES;
import static org.silkthread.server.access.Action.WORK_ON_CONTRACT_AS_COMMISSIONER;
import static org.silkthread.server.access.Action.WORK_ON_CONTRACT_AS_PROVIDER;
import static org.silkthread.server.access.Action.WRITE_ACCOUNT;
import static org.silkthread.server.access.web.Route.read;
import static org.silkthread.server.access.web.Route.send;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/**
 * The one list of routes, each with what one must be allowed to do to use it. What is not on it does not exist for
 * anybody. It names each route that a handler answers, without wildcards but for style sheets and pictures, so that a new
 * page is closed until somebody has thought about whom it is for. The first one that fits a request decides.
 */
final class Routes {

    private static final String ACCOUNT = "/provider/accounts/{code}/{year}";
    private static final String AS_COMMISSIONER = "/commissioner/contracts/{id}";
    private static final String AS_PROVIDER = "/provider/contracts/{id}";

    private static final List<Route> PUBLIC = List.of(
            read("/", READ_PUBLISHED),
            read("/assets/**", READ_PUBLISHED),
            read("/favicon.ico", READ_PUBLISHED),
            read("/indicators", READ_PUBLISHED),
            read("/indicators/{id}", READ_PUBLISHED),
            read("/indicators/{id}.csv", READ_PUBLISHED),
            read("/indicators/{id}/providers.csv", READ_PUBLISHED),
            read("/indicators/{id}/england.csv", READ_PUBLISHED),
            read("/figures/{code}", READ_PUBLISHED),
            read("/figures/{code}.csv", READ_PUBLISHED),
            read("/figures/{code}/over-time.csv", READ_PUBLISHED),
            read("/figures/{code}/peers.csv", READ_PUBLISHED),
            read("/organisations", READ_PUBLISHED),
            read("/organisations/{code}", READ_PUBLISHED),
            read("/organisations/{code}/cquin/{year}", READ_PUBLISHED),
            read("/organisations/{code}/quality-account/{year}", READ_PUBLISHED),
            read("/organisations/{code}/quality-account/{year}.csv", READ_PUBLISHED),
            read("/organisations/{code}/quality-account/{year}.json", READ_PUBLISHED),
            read("/quality-accounts", READ_PUBLISHED),
            read("/compare", READ_PUBLISHED),
            read("/observatory", READ_PUBLISHED),
            read("/observatory/benchmark.csv", READ_PUBLISHED),
            read("/observatory/changes", READ_PUBLISHED),
            read("/observatory/opportunities", READ_PUBLISHED),
            read("/observatory/method", READ_PUBLISHED),
            read("/observatory/improvement", READ_PUBLISHED),
            read("/observatory/improvement/{project}", READ_PUBLISHED),
            read("/observatory/improvement/{project}/chart.csv", READ_PUBLISHED),
            read("/open-data", READ_PUBLISHED),
            read("/open-data/figures.csv", READ_PUBLISHED),
            read("/open-data/figures.json", READ_PUBLISHED),
            read("/open-data/indicators.csv", READ_PUBLISHED),
            read("/cuts/{id}", READ_PUBLISHED),
            read("/cuts/{id}.csv", READ_PUBLISHED),
            read("/rights", READ_PUBLISHED),
            read("/rights/{id}", READ_PUBLISHED),
            read("/evidence", READ_PUBLISHED),
            read("/evidence/{id}", READ_PUBLISHED),
            read("/waiting-times", READ_PUBLISHED),
            read("/promises", READ_PUBLISHED),
            read("/promises/{id}", READ_PUBLISHED),
            read("/calculations/{id}", READ_PUBLISHED),
            read("/about", READ_PUBLISHED),
            read("/about/validation", READ_PUBLISHED),
            read("/about/validation/{id}", READ_PUBLISHED),
            read("/accessibility", READ_PUBLISHED),
            read("/privacy", READ_PUBLISHED),
            read("/api", READ_PUBLISHED),
            read("/healthz", READ_PUBLISHED),
            read("/readyz", READ_PUBLISHED));

    private static final List<Route> INTERFACES = List.of(
            read("/api/v1/calculations", CALCULATE),
            send("/api/v1/calculations", CALCULATE),
            read("/api/v1/calculations/{id}", CALCULATE),
            send("/api/v1/calculations/{id}/cancel", CALCULATE),
            read("/api/v1/calculations/{id}/reports.ndjson", CALCULATE),
            send("/api/v1/imports/indicator-values", SEND_COUNTS),
            send("/api/v1/imports/nhs-ae-monthly", SEND_PUBLICATIONS),
            send("/api/v1/imports/ae-attendances", SEND_PUBLICATIONS),
            send("/api/v1/imports/ed-events", SEND_MESSAGES),
            send("/api/v1/imports/{kind}", SEND_REGISTERS),
            read("/api/v1/openapi.json", READ_PUBLISHED),
            read("/api/v1/openapi.json.yaml", READ_PUBLISHED),
            read("/api/v1/indicators", READ_PUBLISHED),
            read("/api/v1/indicators.csv", READ_PUBLISHED),
            read("/api/v1/indicators/{id}", READ_PUBLISHED),
            read("/api/v1/figures", READ_PUBLISHED),
            read("/api/v1/figures.csv", READ_PUBLISHED),
            read("/api/v1/figures/{figure}", READ_PUBLISHED),
            read("/api/v1/cuts/{id}", READ_PUBLISHED),
            read("/api/v1/observatory/funnel", READ_PUBLISHED),
            read("/api/v1/observatory/spc", READ_PUBLISHED),
            read("/api/v1/organisations", READ_PUBLISHED),
            read("/api/v1/organisations.csv", READ_PUBLISHED),
            read("/api/v1/organisations/{code}", READ_PUBLISHED),
            read("/api/v1/cquin/{code}/{year}", READ_PUBLISHED),
            read("/api/v1/cquin/{code}/{year}.csv", READ_PUBLISHED),
            read("/api/v1/quality-accounts", READ_PUBLISHED),
            read("/api/v1/quality-accounts/{organisation}/{year}", READ_PUBLISHED),
            read("/fhir/metadata", READ_PUBLISHED),
            read("/fhir/.well-known/smart-configuration", READ_PUBLISHED),
            read("/fhir/Measure/$care-gaps", FIND_CARE_GAPS),
            read("/fhir/Measure/$evaluate-measure", CALCULATE),
            send("/fhir/Measure/$evaluate-measure", CALCULATE),
            send("/fhir/$cql", EVALUATE_CQL),
            send("/fhir/Library/$evaluate", EVALUATE_CQL));

    private static final List<Route> OWN_ACCOUNT = List.of(
            read("/sign-in", SIGN_IN),
            send("/sign-in", SIGN_IN),
            read("/sign-in/code", SIGN_IN),
            send("/sign-in/code", SIGN_IN),
            read("/sign-in/recovery-code", SIGN_IN),
            send("/sign-in/recovery-code", SIGN_IN),
            read("/sign-in/set-up", SIGN_IN),
            send("/sign-in/set-up", SIGN_IN),
            read("/recover", SIGN_IN),
            send("/recover", SIGN_IN),
            read("/recover/{token}", SIGN_IN),
            send("/sign-in/passkey", SIGN_IN),
            send("/sign-in/passkey/question", SIGN_IN),
            read("/sign-in/with/{issuer}", SIGN_IN),
            read("/sign-in/from/{issuer}", SIGN_IN),
            send("/sign-out", SIGN_IN),
            read("/me", LOOK_AFTER_OWN_ACCOUNT),
            read("/me/sign-in", LOOK_AFTER_OWN_ACCOUNT),
            send("/me/sign-in/sessions/{id}/end", LOOK_AFTER_OWN_ACCOUNT),
            send("/me/sign-in/sessions/end", LOOK_AFTER_OWN_ACCOUNT),
            send("/me/sign-in/password", LOOK_AFTER_OWN_ACCOUNT),
            send("/me/sign-in/recovery-codes", LOOK_AFTER_OWN_ACCOUNT),
            read("/me/sign-in/app", LOOK_AFTER_OWN_ACCOUNT),
            send("/me/sign-in/app", LOOK_AFTER_OWN_ACCOUNT),
            read("/me/sign-in/app/remove", LOOK_AFTER_OWN_ACCOUNT),
            send("/me/sign-in/app/remove", LOOK_AFTER_OWN_ACCOUNT),
            send("/me/stay", LOOK_AFTER_OWN_ACCOUNT),
            read("/me/kept", LOOK_AFTER_OWN_ACCOUNT),
            send("/me/kept/send", LOOK_AFTER_OWN_ACCOUNT),
            send("/me/kept/discard", LOOK_AFTER_OWN_ACCOUNT),
            read("/me/tokens", LOOK_AFTER_OWN_ACCOUNT),
            send("/me/tokens", LOOK_AFTER_OWN_ACCOUNT),
            send("/me/tokens/{id}/revoke", LOOK_AFTER_OWN_ACCOUNT),
            read("/me/passkeys", LOOK_AFTER_OWN_ACCOUNT),
            send("/me/passkeys", LOOK_AFTER_OWN_ACCOUNT),
            send("/me/passkeys/question", LOOK_AFTER_OWN_ACCOUNT),
            send("/me/passkeys/{id}/remove", LOOK_AFTER_OWN_ACCOUNT));

    private static final List<Route> PROVIDERS = List.of(
            read("/provider", SEE_ORGANISATION_HOME),
            read(ACCOUNT, READ_ACCOUNT_DRAFT).of("code"),
            send(ACCOUNT, WRITE_ACCOUNT).of("code"),
            read(ACCOUNT + "/preview", READ_ACCOUNT_DRAFT).of("code"),
            read(ACCOUNT + "/sections/{key}", WRITE_ACCOUNT).of("code"),
            send(ACCOUNT + "/sections/{key}", WRITE_ACCOUNT).of("code"),
            read(ACCOUNT + "/priorities/{number}", WRITE_ACCOUNT).of("code"),
            send(ACCOUNT + "/priorities/{number}", WRITE_ACCOUNT).of("code"),
            read(ACCOUNT + "/figures/{line}/{dimension}", WRITE_ACCOUNT).of("code"),
            send(ACCOUNT + "/figures/{line}/{dimension}", WRITE_ACCOUNT).of("code"),
            read(ACCOUNT + "/freeze", WRITE_ACCOUNT).of("code"),
            send(ACCOUNT + "/freeze", WRITE_ACCOUNT).of("code"),
            read(ACCOUNT + "/comments/{body}", WRITE_ACCOUNT).of("code"),
            send(ACCOUNT + "/comments/{body}", WRITE_ACCOUNT).of("code"),
            read(ACCOUNT + "/sign-off", SIGN_OFF_ACCOUNT).of("code"),
            send(ACCOUNT + "/sign-off", SIGN_OFF_ACCOUNT).of("code"),
            read(ACCOUNT + "/send-back", RELEASE_ACCOUNT).of("code"),
            send(ACCOUNT + "/send-back", RELEASE_ACCOUNT).of("code"),
            read(ACCOUNT + "/publish", RELEASE_ACCOUNT).of("code"),
            send(ACCOUNT + "/publish", RELEASE_ACCOUNT).of("code"),
            read(ACCOUNT + "/published", RELEASE_ACCOUNT).of("code"),
            read(ACCOUNT + "/correct", WRITE_ACCOUNT).of("code"),
            send(ACCOUNT + "/correct", WRITE_ACCOUNT).of("code"),
            read(ACCOUNT + "/correct/sign", SIGN_OFF_ACCOUNT).of("code"),
            send(ACCOUNT + "/correct/sign", SIGN_OFF_ACCOUNT).of("code"),
            read(ACCOUNT + "/correct/drop", RELEASE_ACCOUNT).of("code"),
            send(ACCOUNT + "/correct/drop", RELEASE_ACCOUNT).of("code"),
            read(ACCOUNT + "/withdraw", SIGN_OFF_ACCOUNT).of("code"),
            send(ACCOUNT + "/withdraw", SIGN_OFF_ACCOUNT).of("code"));

    private static final List<Route> CONTRACTS = List.of(
            read("/commissioner", WORK_ON_CONTRACT_AS_COMMISSIONER),
            read(AS_COMMISSIONER, WORK_ON_CONTRACT_AS_COMMISSIONER),
            send(AS_COMMISSIONER + "/price", WORK_ON_CONTRACT_AS_COMMISSIONER),
            send(AS_COMMISSIONER + "/statements/{number}/agree", WORK_ON_CONTRACT_AS_COMMISSIONER),
            send(AS_COMMISSIONER + "/statements/{number}/dispute", WORK_ON_CONTRACT_AS_COMMISSIONER),
            send(AS_COMMISSIONER + "/statements/{number}/answer", WORK_ON_CONTRACT_AS_COMMISSIONER),
            read(AS_COMMISSIONER + "/reprice", WORK_ON_CONTRACT_AS_COMMISSIONER),
            read("/provider/contracts", WORK_ON_CONTRACT_AS_PROVIDER),
            read(AS_PROVIDER, WORK_ON_CONTRACT_AS_PROVIDER),
            send(AS_PROVIDER + "/price", WORK_ON_CONTRACT_AS_COMMISSIONER),
            send(AS_PROVIDER + "/statements/{number}/agree", WORK_ON_CONTRACT_AS_PROVIDER),
            send(AS_PROVIDER + "/statements/{number}/dispute", WORK_ON_CONTRACT_AS_PROVIDER),
            send(AS_PROVIDER + "/statements/{number}/answer", WORK_ON_CONTRACT_AS_PROVIDER),
            read(AS_PROVIDER + "/reprice", WORK_ON_CONTRACT_AS_PROVIDER));

    private static final List<Route> REGULATOR = List.of(
            read("/regulator", VALIDATE_FIGURES),
            read("/regulator/validations/new", VALIDATE_FIGURES),
            send("/regulator/validations", VALIDATE_FIGURES),
            read("/regulator/validations/{id}", VALIDATE_FIGURES),
            send("/regulator/validations/{id}/confirm", VALIDATE_FIGURES),
            send("/regulator/validations/{id}/decline", VALIDATE_FIGURES));

    private static final List<Route> ANALYSTS = List.of(
            read("/analyst", CALCULATE),
            read("/analyst/calculations/new", CALCULATE),
            send("/analyst/calculations", CALCULATE),
            read("/analyst/calculations/{id}", CALCULATE),
            send("/analyst/calculations/{id}/cancel", CALCULATE),
            read("/analyst/calculations/{id}/reports.ndjson", CALCULATE));

    private static final List<Route> ACCESS = List.of(
            read("/people", ADMINISTER_ACCESS),
            read("/people/{organisation}", ADMINISTER_ACCESS).of("organisation"),
            send("/people/{organisation}/posts", ADMINISTER_ACCESS).of("organisation"),
            read("/people/{organisation}/can", ADMINISTER_ACCESS).of("organisation"),
            read("/people/{organisation}/{person}", ADMINISTER_ACCESS).of("organisation"),
            send("/people/{organisation}/invite", ADMINISTER_ACCESS).of("organisation"),
            send("/people/{organisation}/{person}/end", ADMINISTER_ACCESS).of("organisation"),
            send("/people/{organisation}/{person}/link", ADMINISTER_ACCESS).of("organisation"),
            send("/people/{organisation}/{person}/factor", ADMINISTER_ACCESS).of("organisation"),
            send("/people/{organisation}/{person}/factor/decide", ADMINISTER_ACCESS)
                    .of("organisation"));

    private static final String PERSON = "/care/people/{person}";

    private static final List<Route> RECORDS = List.of(
            read("/me/record", OPEN_RECORD),
            read("/me/record/export", EXPORT_RECORD),
            read("/me/record/export/record.json", EXPORT_RECORD),
            read("/me/record/export/record.html", EXPORT_RECORD),
            read("/me/record/{item}", READ_RECORD_ENTRY),
            read("/me/waits", OPEN_RECORD),
            read("/me/access-log", READ_ACCESS_LOG),
            send("/me/access-log/name", READ_ACCESS_LOG),
            read("/me/privacy", SET_PRIVACY),
            send("/me/privacy/hide", SET_PRIVACY),
            send("/me/privacy/show", SET_PRIVACY),
            send("/me/privacy/lock", SET_PRIVACY),
            send("/me/privacy/unlock", SET_PRIVACY),
            send("/me/leave", LOOK_AFTER_OWN_ACCOUNT),
            read("/me/carers", LOOK_AFTER_OWN_ACCOUNT),
            read("/me/carers/ask", LOOK_AFTER_OWN_ACCOUNT),
            send("/me/carers/ask", LOOK_AFTER_OWN_ACCOUNT),
            read("/me/carers/offer", LET_CARERS_HELP),
            send("/me/carers/offer", LET_CARERS_HELP),
            read("/me/carers/{id}", LET_CARERS_HELP),
            send("/me/carers/{id}", LET_CARERS_HELP),
            send("/me/carers/{id}/revoke", LET_CARERS_HELP),
            send("/me/carers/{id}/accept", LOOK_AFTER_OWN_ACCOUNT),
            send("/me/carers/{id}/give-up", LOOK_AFTER_OWN_ACCOUNT),
            read("/me/for/{person}", OPEN_RECORD),
            read("/me/for/{person}/access-log", READ_ACCESS_LOG),
            read("/me/for/{person}/items/{item}", READ_RECORD_ENTRY),
            read("/care", SEARCH_PEOPLE),
            send("/care/search", SEARCH_PEOPLE),
            read(PERSON, OPEN_RECORD),
            read(PERSON + "/items/{item}", READ_RECORD_ENTRY),
            read(PERSON + "/waits", OPEN_RECORD),
            read(PERSON + "/record.json", EXPORT_RECORD),
            read(PERSON + "/record.csv", EXPORT_RECORD),
            read(PERSON + "/check", SEARCH_PEOPLE),
            send(PERSON + "/check", SEARCH_PEOPLE),
            read(PERSON + "/emergency", BREAK_GLASS),
            send(PERSON + "/emergency", BREAK_GLASS),
            read(PERSON + "/merge", MERGE_RECORDS),
            send(PERSON + "/merge", MERGE_RECORDS),
            send(PERSON + "/merge/{merge}/undo", MERGE_RECORDS),
            read("/privacy-officer", REVIEW_BROKEN_GLASS),
            read("/privacy-officer/{id}", REVIEW_BROKEN_GLASS),
            send("/privacy-officer/{id}", REVIEW_BROKEN_GLASS));

    private static final List<Route> FEEDS = List.of(
            read("/feeds", LOOK_AFTER_FEEDS),
            read("/feeds/{feed}", LOOK_AFTER_FEEDS),
            read("/feeds/{feed}/refused/{message}", LOOK_AFTER_FEEDS),
            send("/feeds/{feed}/refused/{message}/mend", LOOK_AFTER_FEEDS),
            send("/feeds/{feed}/refused/{message}/set-aside", LOOK_AFTER_FEEDS),
            send("/fhir", SEND_MESSAGES),
            send("/fhir/", SEND_MESSAGES),
            send("/fhir/Encounter", SEND_MESSAGES),
            send("/fhir/Observation", SEND_MESSAGES),
            send("/fhir/ServiceRequest", SEND_MESSAGES),
            send("/fhir/DiagnosticReport", SEND_MESSAGES),
            send("/fhir/Procedure", SEND_MESSAGES));

    private static final List<Route> SATISFACTION = List.of(
            read("/tap/{secret}", GIVE_AN_ANSWER),
            send("/tap/{secret}", GIVE_AN_ANSWER),
            read("/tap/{secret}/thanks", GIVE_AN_ANSWER),
            read("/tell/{secret}", GIVE_AN_ANSWER),
            send("/tell/{secret}", GIVE_AN_ANSWER),
            read("/tell/{secret}/thanks", GIVE_AN_ANSWER),
            read("/satisfaction", READ_ANSWERS),
            send("/satisfaction", COLLECT_ANSWERS),
            read("/satisfaction/{point}", READ_ANSWERS),
            read("/satisfaction/{point}/results.csv", READ_ANSWERS),
            read("/satisfaction/{point}/sheet", COLLECT_ANSWERS),
            read("/satisfaction/{point}/words", COLLECT_ANSWERS),
            send("/satisfaction/{point}/address", COLLECT_ANSWERS),
            send("/satisfaction/{point}/close", COLLECT_ANSWERS));

    private static final List<Route> DASHBOARDS = List.of(
            read("/dashboards", SEE_DASHBOARD),
            read("/dashboards/new", DEFINE_DASHBOARD),
            send("/dashboards/new", DEFINE_DASHBOARD),
            read("/dashboards/{code}", SEE_DASHBOARD),
            read("/dashboards/{code}/live", SEE_DASHBOARD),
            read("/dashboards/{code}/cases", SEE_CASES),
            read("/dashboards/{code}/change", DEFINE_DASHBOARD),
            send("/dashboards/{code}/change", DEFINE_DASHBOARD),
            read("/dashboards/{code}/wall", OPEN_SCREEN),
            send("/dashboards/{code}/wall", OPEN_SCREEN),
            send("/dashboards/{code}/wall/{id}/end", OPEN_SCREEN),
            read("/wall/{secret}", READ_PUBLISHED),
            read("/wall/{secret}/live", READ_PUBLISHED));

    private static final List<Route> IMPROVEMENT = List.of(
            read("/improvement", READ_IMPROVEMENT),
            read("/improvement/new", KEEP_IMPROVEMENT_LOG),
            send("/improvement/new", KEEP_IMPROVEMENT_LOG),
            read("/improvement/{project}", READ_IMPROVEMENT),
            read("/improvement/{project}/chart.csv", READ_IMPROVEMENT),
            read("/improvement/{project}/about", KEEP_IMPROVEMENT_LOG),
            send("/improvement/{project}/about", KEEP_IMPROVEMENT_LOG),
            send("/improvement/{project}/cycles", KEEP_IMPROVEMENT_LOG),
            send("/improvement/{project}/cycles/{cycle}/do", KEEP_IMPROVEMENT_LOG),
            send("/improvement/{project}/cycles/{cycle}/study", KEEP_IMPROVEMENT_LOG),
            send("/improvement/{project}/cycles/{cycle}/act", KEEP_IMPROVEMENT_LOG),
            send("/improvement/{project}/sharing", SHARE_IMPROVEMENT));

    static final List<Route> ALL = Stream.of(
                    PUBLIC,
                    INTERFACES,
                    OWN_ACCOUNT,
                    PROVIDERS,
                    CONTRACTS,
                    REGULATOR,
                    ANALYSTS,
                    ACCESS,
                    RECORDS,
                    FEEDS,
                    SATISFACTION,
                    DASHBOARDS,
                    IMPROVEMENT)
            .flatMap(List::stream)
            .toList();

    private Routes() {}

    /** The route of a request, if there is one. */
    static Optional<Route> of(HttpMethod method, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return ALL.stream().filter(route -> route.fits(method, parsed)).findFirst();
    }

    /** Whether there is a route of any method at this path. */
    static boolean knows(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return ALL.stream().anyMatch(route -> route.leadsSomewhere(parsed));
    }
}
