package org.silkthread.cli;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The kinds of file that {@code silk import} takes, for its help: asking the rooms would mean starting them. */
enum ImportKind {
    ODS_TRUSTS("ods-trusts", "NHS trusts of the organisation register (etr.csv)"),
    ODS_PRACTICES("ods-practices", "practices of the organisation register (epraccur.csv)"),
    ODS_PRACTICE_MEMBERSHIPS("ods-practice-memberships", "which body a practice belonged to, and when (epcmem.csv)"),
    ODS_PRACTICE_MAP("ods-practice-map", "practice, network, system and region (gp-reg-pat-prac-map.csv)"),
    ORGANISATIONS("organisations", "organisations in the documented layout"),
    NHS_AE_MONTHLY("nhs-ae-monthly", "NHS England's monthly A&E publication; '-revised' supersedes"),
    AE_ATTENDANCES("ae-attendances", "A&E attendances by month, organisation and type (NHSRdatasets)"),
    INDICATOR_VALUES("indicator-values", "numerators and denominators in the documented layout"),
    CQUIN_CONTRACTS("cquin-contracts", "CQUIN goals, weights and rules of contracts in the documented layout"),
    ED_EVENTS("ed-events", "events of attendances in the documented layout"),
    FHIR_RECORDS("fhir-records", "people and their records as FHIR R4 resources, one a line (NDJSON)"),
    FEEDS("feeds", "feeds of messages: where they listen and how they are read"),
    DASHBOARDS("dashboards", "dashboards of teams in the documented layout"),
    PATIENT_ANSWERS("patient-answers", "what patients said on cards, counted by department and day"),
    REFERRAL_EVENTS("referral-events", "events on the way from referral to treatment, for people's own clocks");

    private final String code;
    private final String description;

    ImportKind(String code, String description) {
        this.code = code;
        this.description = description;
    }

    String code() {
        return code;
    }

    @Override
    public String toString() {
        return code;
    }

    /** One line a kind, for the help. */
    static String listed() {
        return Arrays.stream(values())
                .map(kind -> "  %-26s %s".formatted(kind.code, kind.description))
                .collect(Collectors.joining("\n"));
    }
}
