package org.silkthread.measure.synthetic;

/** A coded meaning, prepared as the JSON of a CodeableConcept. */
final class Term {

    static final String SNOMED_CT = "http://snomed.info/sct";

    /** Codes for which the writer knows no certain national one. */
    static final String LOCAL = "https://silkthread.example/fhir/CodeSystem/synthetic";

    private final String system;
    private final String code;
    private final byte[] concept;

    private Term(String system, String code, String display) {
        this.system = system;
        this.code = code;
        this.concept = Bytes.utf8("{\"coding\":[{\"system\":\"" + system + "\",\"code\":\"" + code + "\",\"display\":\""
                + display + "\"}]}");
    }

    static Term snomed(String code, String display) {
        return new Term(SNOMED_CT, code, display);
    }

    static Term local(String code, String display) {
        return new Term(LOCAL, code, display);
    }

    static Term of(String system, String code, String display) {
        return new Term(system, code, display);
    }

    String system() {
        return system;
    }

    String code() {
        return code;
    }

    byte[] concept() {
        return concept;
    }
}
