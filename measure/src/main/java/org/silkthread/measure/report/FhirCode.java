package org.silkthread.measure.report;

import java.util.Optional;

/** A code of a FHIR code system. */
interface FhirCode {

    String code();

    /** The member of an enumeration that has a code. */
    static <E extends Enum<E> & FhirCode> Optional<E> of(Class<E> codes, String code) {
        for (E known : codes.getEnumConstants()) {
            if (known.code().equals(code)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }
}
