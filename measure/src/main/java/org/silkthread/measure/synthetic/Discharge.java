package org.silkthread.measure.synthetic;

/** Where a stay in hospital ended. */
enum Discharge {
    HOME("home", "Home"),
    OTHER_HOSPITAL("other-hcf", "Other healthcare facility"),
    DIED("exp", "Expired");

    private final byte[] text;

    Discharge(String code, String display) {
        this.text = Bytes.utf8(",\"hospitalization\":{\"dischargeDisposition\":{\"coding\":[{\"system\":"
                + "\"http://terminology.hl7.org/CodeSystem/discharge-disposition\",\"code\":\"" + code
                + "\",\"display\":\"" + display + "\"}]}}");
    }

    byte[] text() {
        return text;
    }
}
