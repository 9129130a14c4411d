package org.silkthread.measure.synthetic;

/** The ways in which patients meet the service, with the unchanging parts of the Encounter. */
enum EncounterForm {
    PRACTICE("AMB", "ambulatory", "11429006", "Consultation", "R", "routine", false),
    EMERGENCY_DEPARTMENT(
            "EMER", "emergency", "50849002", "Emergency department patient visit", "EM", "emergency", true),
    OUTPATIENT("AMB", "ambulatory", "281036007", "Follow-up consultation", "EL", "elective", true),
    EMERGENCY_ADMISSION("IMP", "inpatient encounter", "32485007", "Hospital admission", "EM", "emergency", true),
    PLANNED_ADMISSION("IMP", "inpatient encounter", "32485007", "Hospital admission", "EL", "elective", true),
    MATERNITY_ADMISSION("IMP", "inpatient encounter", "32485007", "Hospital admission", "R", "routine", true);

    private final byte[] beforeSubject;
    private final boolean hospital;

    EncounterForm(
            String classCode,
            String className,
            String type,
            String typeName,
            String priority,
            String priorityName,
            boolean hospital) {
        this.hospital = hospital;
        this.beforeSubject = Bytes.utf8(",\"status\":\"finished\",\"class\":{\"system\":"
                + "\"http://terminology.hl7.org/CodeSystem/v3-ActCode\",\"code\":\"" + classCode + "\",\"display\":\""
                + className + "\"},\"type\":[{\"coding\":[{\"system\":\"" + Term.SNOMED_CT + "\",\"code\":\"" + type
                + "\",\"display\":\"" + typeName + "\"}]}],\"priority\":{\"coding\":[{\"system\":"
                + "\"http://terminology.hl7.org/CodeSystem/v3-ActPriority\",\"code\":\"" + priority
                + "\",\"display\":\""
                + priorityName + "\"}]}");
    }

    byte[] beforeSubject() {
        return beforeSubject;
    }

    boolean hospital() {
        return hospital;
    }
}
