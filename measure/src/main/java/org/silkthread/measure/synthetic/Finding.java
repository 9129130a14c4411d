package org.silkthread.measure.synthetic;

import java.nio.charset.StandardCharsets;

/** What is measured or asked, with the unit (UCUM) of its values; an empty unit where the value is a concept. */
enum Finding {
    BLOOD_PRESSURE("75367002", "Blood pressure", "vital-signs", ""),
    HBA1C("999791000000106", "Haemoglobin A1c level - IFCC standardised", "laboratory", "mmol/mol"),
    CHOLESTEROL("1005671000000105", "Serum cholesterol level", "laboratory", "mmol/L"),
    KIDNEY_FILTRATION("1011481000000105", "eGFR using creatinine CKD-EPI equation", "laboratory", "mL/min/{1.73_m2}"),
    ALBUMIN_CREATININE("1023491000000104", "Urine albumin to creatinine ratio", "laboratory", "mg/mmol"),
    BODY_MASS_INDEX("60621009", "Body mass index", "vital-signs", "kg/m2"),
    WEIGHT("27113001", "Body weight", "vital-signs", "kg"),
    HEIGHT("50373000", "Body height", "vital-signs", "cm"),
    PULSE("364075005", "Heart rate", "vital-signs", "/min"),
    OXYGEN("431314004", "Peripheral oxygen saturation", "vital-signs", "%"),
    PHQ_9("720433000", "Patient Health Questionnaire 9 score", "survey", "{score}"),
    SMOKING("365981007", "Tobacco smoking behaviour - finding", "social-history", ""),
    GESTATION("57036006", "Length of gestation", "exam", "wk"),
    BIRTH_WEIGHT("364589006", "Birth weight", "vital-signs", "kg"),
    PREFERRED_PLACE(Term.local("preferred-place-of-care", "Preferred place of care at the end of life"), "survey", "");

    private final byte[] beforeSubject;
    private final byte[] unit;
    private final Term term;

    Finding(String code, String display, String category, String unit) {
        this(Term.snomed(code, display), category, unit);
    }

    Finding(Term term, String category, String unit) {
        this.term = term;
        this.beforeSubject = Bytes.utf8(",\"category\":[{\"coding\":[{\"system\":"
                + "\"http://terminology.hl7.org/CodeSystem/observation-category\",\"code\":\"" + category
                + "\"}]}],\"code\":"
                + new String(term.concept(), StandardCharsets.UTF_8));
        this.unit = Bytes.utf8(
                ",\"unit\":\"" + unit + "\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"" + unit + "\"}}\n");
    }

    Term term() {
        return term;
    }

    /** Category and code. */
    byte[] beforeSubject() {
        return beforeSubject;
    }

    /** What follows the number of a quantity, to the end of the resource. */
    byte[] unit() {
        return unit;
    }
}
