package org.silkthread.measure.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of CQL's System model that FHIR primitives hold. */
public enum SystemType {
    /** Held as {@code Boolean}. */
    BOOLEAN("System.Boolean"),
    /** Held as {@code Integer}. */
    INTEGER("System.Integer"),
    /** Held as {@code BigDecimal}, with the digits as written. */
    DECIMAL("System.Decimal"),
    /** Held as {@code String}. */
    STRING("System.String"),
    /** Held as {@link org.silkthread.measure.value.Date}. */
    DATE("System.Date"),
    /** Held as {@link org.silkthread.measure.value.DateTime}. */
    DATE_TIME("System.DateTime"),
    /** Held as {@link org.silkthread.measure.value.Time}. */
    TIME("System.Time");

    private static final Map<String, SystemType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(SystemType::qualifiedName, Function.identity()));

    private final String qualifiedName;

    SystemType(String qualifiedName) {
        this.qualifiedName = qualifiedName;
    }

    /** Its name with the model: {@code System.DateTime}. */
    public String qualifiedName() {
        return qualifiedName;
    }

    static Optional<SystemType> named(String qualifiedName) {
        return Optional.ofNullable(BY_NAME.get(qualifiedName));
    }
}
