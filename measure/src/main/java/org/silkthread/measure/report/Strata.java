package org.silkthread.measure.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.operator.Logic;

/** The stratum that a stratifier's value puts a member in. */
final class Strata {

    private static final StratumValue TRUE = StratumValue.of("true");
    private static final StratumValue FALSE = StratumValue.of("false");
    private static final StratumValue UNKNOWN = StratumValue.of(StratumValue.UNKNOWN);

    private Strata() {}

    static StratumValue single(@Nullable Object value, MemberSheet sheet, int member) {
        if (value == null) {
            return UNKNOWN;
        }
        if (value instanceof Boolean || value instanceof List<?>) {
            return in(value, sheet, member) ? TRUE : FALSE;
        }
        return StratumValue.of(ValueText.of(value));
    }

    /** A list is a criterion: of existence where patients are counted, of the member where resources are. */
    static String text(@Nullable Object value, MemberSheet sheet, int member) {
        return value instanceof List<?> ? String.valueOf(in(value, sheet, member)) : ValueText.of(value);
    }

    private static boolean in(Object value, MemberSheet sheet, int member) {
        if (!(value instanceof List<?> list)) {
            return Logic.isTrue(value);
        }
        if (sheet.isPatient(member)) {
            return !list.isEmpty();
        }
        for (int i = 0; i < list.size(); i++) {
            Object element = list.get(i);
            if (element != null && sheet.indexOf(element) == member) {
                return true;
            }
        }
        return false;
    }
}
