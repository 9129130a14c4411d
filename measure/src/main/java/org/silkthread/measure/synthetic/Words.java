package org.silkthread.measure.synthetic;

/** The constant parts of the resources' JSON. */
final class Words {

    static final byte[] SUMMER_OFFSET = Bytes.utf8(":00+01:00");
    static final byte[] WINTER_OFFSET = Bytes.utf8(":00+00:00");

    static final byte[] QUOTE = Bytes.utf8("\"");
    static final byte[] CLOSE = Bytes.utf8("}\n");
    static final byte[] QUOTE_CLOSE = Bytes.utf8("\"}\n");
    static final byte[] ENCOUNTER = Bytes.utf8(",\"encounter\":{\"reference\":\"Encounter/");
    static final byte[] END_REFERENCE = Bytes.utf8("\"}");
    static final byte[] CODE = Bytes.utf8(",\"code\":");
    static final byte[] EFFECTIVE = Bytes.utf8(",\"effectiveDateTime\":\"");
    static final byte[] PERIOD = Bytes.utf8(",\"period\":{\"start\":\"");
    static final byte[] END = Bytes.utf8("\",\"end\":\"");
    static final byte[] VALUE_QUANTITY = Bytes.utf8("\",\"valueQuantity\":{\"value\":");
    static final byte[] VALUE_CONCEPT = Bytes.utf8("\",\"valueCodeableConcept\":");
    static final byte[] SERVICE_PROVIDER = Bytes.utf8(",\"serviceProvider\":{\"reference\":\"Organization/");
    static final byte[] REASON = Bytes.utf8(",\"reasonCode\":[");
    static final byte[] END_LIST = Bytes.utf8("]");
    static final byte[] MEDICATION = Bytes.utf8(",\"medicationCodeableConcept\":");

    static final byte[] CLINICAL_STATUS_ACTIVE = Bytes.utf8(clinicalStatus("active"));
    static final byte[] CLINICAL_STATUS_RESOLVED = Bytes.utf8(clinicalStatus("resolved"));
    static final byte[] CONDITION_REST = Bytes.utf8(",\"verificationStatus\":{\"coding\":[{\"system\":"
            + "\"http://terminology.hl7.org/CodeSystem/condition-ver-status\",\"code\":\"confirmed\"}]},\"category\":[{"
            + "\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/condition-category\",\"code\":"
            + "\"problem-list-item\"}]}]");
    static final byte[] ONSET = Bytes.utf8(",\"onsetDateTime\":\"");
    static final byte[] ABATEMENT = Bytes.utf8("\",\"abatementDateTime\":\"");
    static final byte[] RECORDED = Bytes.utf8("\",\"recordedDate\":\"");
    static final byte[] RECORDED_FIRST = Bytes.utf8(",\"recordedDate\":\"");

    static final byte[] FINAL = Bytes.utf8(",\"status\":\"final\"");
    static final byte[] COMPLETED = Bytes.utf8(",\"status\":\"completed\"");
    static final byte[] ORDER_COMPLETED = Bytes.utf8(",\"status\":\"completed\",\"intent\":\"order\"");
    static final byte[] ORDER_ACTIVE = Bytes.utf8(",\"status\":\"active\",\"intent\":\"order\"");
    static final byte[] AUTHORED = Bytes.utf8(",\"authoredOn\":\"");
    static final byte[] VALIDITY = Bytes.utf8("\",\"dispenseRequest\":{\"validityPeriod\":{\"start\":\"");
    static final byte[] REPEATS = Bytes.utf8("\"},\"numberOfRepeatsAllowed\":");
    static final byte[] SUPPLY = Bytes.utf8(",\"expectedSupplyDuration\":{\"value\":");
    static final byte[] SUPPLY_END =
            Bytes.utf8(",\"unit\":\"days\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"d\"}}}\n");
    static final byte[] PRESCRIPTION = Bytes.utf8(",\"authorizingPrescription\":[{\"reference\":\"MedicationRequest/");
    static final byte[] HANDED_OVER = Bytes.utf8("\"}],\"whenHandedOver\":\"");
    static final byte[] DAYS_SUPPLY = Bytes.utf8("\",\"daysSupply\":{\"value\":");
    static final byte[] DAYS_SUPPLY_END =
            Bytes.utf8(",\"unit\":\"days\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"d\"}}\n");

    static final byte[] PERFORMED = Bytes.utf8(",\"performedDateTime\":\"");
    static final byte[] VACCINE = Bytes.utf8(",\"vaccineCode\":");
    static final byte[] OCCURRENCE = Bytes.utf8(",\"occurrenceDateTime\":\"");
    static final byte[] ALLERGY_REST = Bytes.utf8(",\"verificationStatus\":{\"coding\":[{\"system\":"
            + "\"http://terminology.hl7.org/CodeSystem/allergyintolerance-verification\",\"code\":\"confirmed\"}]}");
    static final byte[] ALLERGY_ACTIVE = Bytes.utf8(",\"clinicalStatus\":{\"coding\":[{\"system\":"
            + "\"http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical\",\"code\":\"active\"}]}");
    static final byte[] PLAN = Bytes.utf8(",\"status\":\"active\",\"intent\":\"plan\",\"category\":[");
    static final byte[] PLAN_TITLE = Bytes.utf8("],\"title\":\"Care plan agreed with the patient\"");

    static final byte[] BLOOD_PRESSURE_PARTS = Bytes.utf8("\",\"component\":[{\"code\":"
            + "{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"271649006\",\"display\":"
            + "\"Systolic blood pressure\"}]},\"valueQuantity\":{\"value\":");
    static final byte[] DIASTOLIC_PART = Bytes.utf8(",\"unit\":\"mmHg\",\"system\":\"http://unitsofmeasure.org\","
            + "\"code\":\"mm[Hg]\"}},{\"code\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":"
            + "\"271650006\",\"display\":\"Diastolic blood pressure\"}]},\"valueQuantity\":{\"value\":");
    static final byte[] BLOOD_PRESSURE_END =
            Bytes.utf8(",\"unit\":\"mmHg\",\"system\":\"http://unitsofmeasure.org\"," + "\"code\":\"mm[Hg]\"}}]}\n");

    private Words() {}

    private static String clinicalStatus(String code) {
        return ",\"clinicalStatus\":{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/condition-clinical\","
                + "\"code\":\"" + code + "\"}]}";
    }
}
