package org.silkthread.server.indicators;

import java.util.Arrays;
import java.util.Optional;

/** The files that submissions are made of. */
public enum ImportKind {
    INDICATOR_VALUES("indicator-values", "counts of any indicator, in the documented layout"),
    NHS_AE_MONTHLY("nhs-ae-monthly", "NHS England's monthly A&E attendances and emergency admissions"),
    AE_ATTENDANCES("ae-attendances", "A&E attendances by month, organisation and type, as in NHSRdatasets");

    private final String code;
    private final String description;

    ImportKind(String code, String description) {
        this.code = code;
        this.description = description;
    }

    /** The name on the command line and in addresses. */
    public String code() {
        return code;
    }

    public String description() {
        return description;
    }

    public static Optional<ImportKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
