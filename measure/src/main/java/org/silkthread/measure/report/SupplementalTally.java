package org.silkthread.measure.report;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Code;

/** How many patients of a measure's initial populations have which value of supplemental data. */
public final class SupplementalTally {

    /** A value: a code of a system, or, where system is empty, a text in {@code code}. */
    public record Value(String system, String code, String display) implements Comparable<Value> {

        private static final Comparator<Value> ORDER =
                Comparator.comparing(Value::system).thenComparing(Value::code).thenComparing(Value::display);

        @Override
        public int compareTo(Value other) {
            return ORDER.compare(this, other);
        }
    }

    private final SupplementalData data;
    private final TreeMap<Value, Long> patients = new TreeMap<>();

    SupplementalTally(SupplementalData data) {
        this.data = data;
    }

    /** Counts the patient once for each code in the value; for its text when it holds none. */
    void add(@Nullable Object value) {
        List<Code> codes = ValueText.codes(value);
        if (codes.isEmpty()) {
            add(new Value("", ValueText.of(value), ""), 1);
        }
        for (Code code : codes) {
            add(new Value(orEmpty(code.system()), orEmpty(code.code()), orEmpty(code.display())), 1);
        }
    }

    void add(Value value, long number) {
        patients.merge(value, number, Long::sum);
    }

    void addAll(SupplementalTally other) {
        other.patients.forEach(this::add);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    public SupplementalData data() {
        return data;
    }

    public SortedMap<Value, Long> patients() {
        return Collections.unmodifiableSortedMap(patients);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SupplementalTally that && data.equals(that.data) && patients.equals(that.patients);
    }

    @Override
    public int hashCode() {
        return patients.hashCode();
    }
}
