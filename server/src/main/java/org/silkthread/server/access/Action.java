package org.silkthread.server.access;

import static org.silkthread.server.access.Grant.Reach.ANY_ORGANISATION;
import static org.silkthread.server.access.Grant.Reach.OWN_ORGANISATION;
import static org.silkthread.server.access.Grant.Reach.OWN_ORGANISATION_OR_COUNTRY;
import static org.silkthread.server.access.Grant.Tie.BROKEN_GLASS;
import static org.silkthread.server.access.Grant.Tie.CARER;
import static org.silkthread.server.access.Grant.Tie.CARE_TEAM;
import static org.silkthread.server.access.Grant.Tie.ONESELF;
import static org.silkthread.server.access.Grant.anyAccount;
import static org.silkthread.server.access.Grant.everyone;
import static org.silkthread.server.access.Grant.holders;
import static org.silkthread.server.access.Grant.related;
import static org.silkthread.server.identity.Role.ACCESS_ADMINISTRATOR;
import static org.silkthread.server.identity.Role.ACCOUNTABLE_OFFICER;
import static org.silkthread.server.identity.Role.ANALYST;
import static org.silkthread.server.identity.Role.CLINICIAN;
import static org.silkthread.server.identity.Role.COMMISSIONER;
import static org.silkthread.server.identity.Role.NATIONAL;
import static org.silkthread.server.identity.Role.OPERATOR;
import static org.silkthread.server.identity.Role.PRIVACY_OFFICER;
import static org.silkthread.server.identity.Role.QUALITY_LEAD;
import static org.silkthread.server.identity.Role.REGULATOR;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything that can be done here, and the grounds on which it is allowed. What has no ground is refused. This list and
 * {@link Policy} are the whole of the policy; docs/reference/access.md is made from it.
 */
public enum Action {
    READ_PUBLISHED("read what is published", Purpose.INFORMATION, everyone()),
    SIGN_IN("sign in and out", Purpose.OWN_BUSINESS, everyone()),
    LOOK_AFTER_OWN_ACCOUNT("look after their own account", Purpose.OWN_BUSINESS, anyAccount()),

    SEE_ORGANISATION_HOME(
            "see the home page of an organisation's people",
            Purpose.WORK_OF_THE_POST,
            holders(OWN_ORGANISATION, QUALITY_LEAD, ACCOUNTABLE_OFFICER, CLINICIAN)),
    READ_ACCOUNT_DRAFT(
            "read the draft of a Quality Account",
            Purpose.WORK_OF_THE_POST,
            holders(OWN_ORGANISATION, QUALITY_LEAD, ACCOUNTABLE_OFFICER)),
    WRITE_ACCOUNT("write a Quality Account", Purpose.WORK_OF_THE_POST, holders(OWN_ORGANISATION, QUALITY_LEAD)),
    SIGN_OFF_ACCOUNT(
            "sign off or withdraw a Quality Account",
            Purpose.WORK_OF_THE_POST,
            holders(OWN_ORGANISATION, ACCOUNTABLE_OFFICER)),
    RELEASE_ACCOUNT(
            "publish a signed Quality Account, or send it back",
            Purpose.WORK_OF_THE_POST,
            holders(OWN_ORGANISATION, QUALITY_LEAD, ACCOUNTABLE_OFFICER)),

    WORK_ON_CONTRACT_AS_COMMISSIONER(
            "read, price and answer for a contract as its commissioner",
            Purpose.WORK_OF_THE_POST,
            holders(OWN_ORGANISATION, COMMISSIONER)),
    WORK_ON_CONTRACT_AS_PROVIDER(
            "read and answer for a contract as its provider",
            Purpose.WORK_OF_THE_POST,
            holders(OWN_ORGANISATION, QUALITY_LEAD, ACCOUNTABLE_OFFICER)),

    VALIDATE_FIGURES(
            "examine figures and record a verdict on them",
            Purpose.WORK_OF_THE_POST,
            holders(ANY_ORGANISATION, REGULATOR)),

    CALCULATE(
            "have measures calculated and read the exact counts",
            Purpose.WORK_OF_THE_POST,
            holders(ANY_ORGANISATION, NATIONAL),
            holders(OWN_ORGANISATION_OR_COUNTRY, ANALYST)),
    EVALUATE_CQL(
            "have CQL evaluated over data that they send",
            Purpose.WORK_OF_THE_POST,
            holders(ANY_ORGANISATION, NATIONAL, ANALYST)),
    FIND_CARE_GAPS(
            "see what the measures say of one patient", Purpose.DIRECT_CARE, holders(OWN_ORGANISATION, CLINICIAN)),

    SEND_REGISTERS(
            "send in the country's registers and contracts",
            Purpose.WORK_OF_THE_POST,
            holders(OWN_ORGANISATION_OR_COUNTRY, NATIONAL)),
    SEND_PUBLICATIONS(
            "send in publications about the whole country",
            Purpose.WORK_OF_THE_POST,
            holders(OWN_ORGANISATION_OR_COUNTRY, NATIONAL, ANALYST)),
    SEND_COUNTS(
            "send in counts of indicators",
            Purpose.WORK_OF_THE_POST,
            holders(OWN_ORGANISATION_OR_COUNTRY, NATIONAL, ANALYST),
            holders(OWN_ORGANISATION, QUALITY_LEAD)),

    SEARCH_PEOPLE(
            "look for a person by NHS number, or by name and date of birth",
            Purpose.DIRECT_CARE,
            holders(OWN_ORGANISATION, CLINICIAN)),
    OPEN_RECORD("open a person's record", Purpose.DIRECT_CARE, related(ONESELF, CARE_TEAM, CARER, BROKEN_GLASS)),
    READ_RECORD_ENTRY(
            "read an entry of a person's record",
            Purpose.DIRECT_CARE,
            related(ONESELF, CARE_TEAM, CARER, BROKEN_GLASS)),
    EXPORT_RECORD("take a copy of a person's record", Purpose.OWN_BUSINESS, related(ONESELF, CARE_TEAM)),
    MERGE_RECORDS("join two records of one person, or take them apart", Purpose.DIRECT_CARE, related(CARE_TEAM)),
    BREAK_GLASS(
            "open a record in an emergency, with a reason", Purpose.DIRECT_CARE, holders(OWN_ORGANISATION, CLINICIAN)),
    READ_ACCESS_LOG("read who looked at a record", Purpose.OWN_BUSINESS, related(ONESELF, CARER)),
    SET_PRIVACY("hide, show or lock a record", Purpose.OWN_BUSINESS, related(ONESELF)),
    LET_CARERS_HELP("let a carer help, and end it", Purpose.OWN_BUSINESS, related(ONESELF)),
    REVIEW_BROKEN_GLASS(
            "review records that were opened in an emergency",
            Purpose.OVERSIGHT,
            holders(OWN_ORGANISATION_OR_COUNTRY, PRIVACY_OFFICER)),

    LOOK_AFTER_FEEDS(
            "read, mend and set aside messages that could not be read",
            Purpose.WORK_OF_THE_POST,
            holders(OWN_ORGANISATION, OPERATOR)),

    GIVE_AN_ANSWER("say how a visit was, at a screen or form whose address they have", Purpose.INFORMATION, everyone()),
    COLLECT_ANSWERS(
            "open and close screens and forms where patients say how it was, and read what they wrote",
            Purpose.WORK_OF_THE_POST,
            holders(OWN_ORGANISATION, QUALITY_LEAD)),
    READ_ANSWERS(
            "see what patients' answers come to",
            Purpose.WORK_OF_THE_POST,
            holders(OWN_ORGANISATION, QUALITY_LEAD, ACCOUNTABLE_OFFICER, CLINICIAN)),
    SEE_DASHBOARD(
            "see the live dashboards of a team",
            Purpose.WORK_OF_THE_POST,
            holders(OWN_ORGANISATION, CLINICIAN, QUALITY_LEAD, ACCOUNTABLE_OFFICER, OPERATOR)),
    SEE_CASES("see whom a figure of a dashboard is about", Purpose.DIRECT_CARE, holders(OWN_ORGANISATION, CLINICIAN)),
    DEFINE_DASHBOARD(
            "define and change a team's dashboard",
            Purpose.WORK_OF_THE_POST,
            holders(OWN_ORGANISATION, CLINICIAN, QUALITY_LEAD)),
    OPEN_SCREEN(
            "open and end screens on walls that show a dashboard without a sign-in",
            Purpose.WORK_OF_THE_POST,
            holders(OWN_ORGANISATION, QUALITY_LEAD)),
    SEND_MESSAGES(
            "send in messages of a feed by FHIR or in files",
            Purpose.WORK_OF_THE_POST,
            holders(OWN_ORGANISATION, OPERATOR)),

    READ_IMPROVEMENT(
            "read the improvement projects of an organisation",
            Purpose.WORK_OF_THE_POST,
            holders(OWN_ORGANISATION, QUALITY_LEAD, ACCOUNTABLE_OFFICER, CLINICIAN)),
    KEEP_IMPROVEMENT_LOG(
            "begin an improvement project and write its changes down",
            Purpose.WORK_OF_THE_POST,
            holders(OWN_ORGANISATION, QUALITY_LEAD, CLINICIAN)),
    SHARE_IMPROVEMENT(
            "share an improvement project with everybody, or end that",
            Purpose.WORK_OF_THE_POST,
            holders(OWN_ORGANISATION, QUALITY_LEAD)),

    ADMINISTER_ACCESS(
            "invite people, give and end posts, see who can do what",
            Purpose.OVERSIGHT,
            holders(OWN_ORGANISATION_OR_COUNTRY, ACCESS_ADMINISTRATOR));

    private final String words;
    private final Purpose purpose;
    private final List<Grant> grants;

    Action(String words, Purpose purpose, Grant... grants) {
        this.words = words;
        this.purpose = purpose;
        this.grants = List.of(grants);
    }

    /** What is done, in words that go on from "may": "may write a Quality Account". */
    public String words() {
        return words;
    }

    /** What it is done for unless the caller says something narrower. */
    public Purpose purpose() {
        return purpose;
    }

    /** The grounds; any one is enough. */
    public List<Grant> grants() {
        return grants;
    }

    /** Who may, in words. */
    public String whoMay() {
        return grants.stream().map(Grant::inWords).collect(Collectors.joining("; "));
    }

    /** Whether the public may. */
    public boolean isPublic() {
        return grants.contains(everyone());
    }
}
