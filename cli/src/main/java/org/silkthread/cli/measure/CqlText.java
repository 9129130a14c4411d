package org.silkthread.cli.measure;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.parameters.StructureJson;
import org.silkthread.measure.value.Code;
import org.silkthread.measure.value.Concept;
import org.silkthread.measure.value.Date;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Interval;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Ratio;
import org.silkthread.measure.value.Time;
import org.silkthread.measure.value.Tuple;

/** Values as one would write them in CQL; FHIR structures as JSON. */
final class CqlText {

    private CqlText() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> quoted(text);
            case Long number -> number + "L";
            case BigDecimal number -> decimal(number);
            case Date date -> "@" + date;
            case DateTime moment -> "@" + moment + (moment.toString().contains("T") ? "" : "T");
            case Time time -> "@T" + time.toString().replaceFirst("^T", "");
            case Quantity quantity -> quantity(quantity);
            case Ratio ratio -> quantity(ratio.numerator()) + ":" + quantity(ratio.denominator());
            case Code code -> code(code);
            case Concept concept ->
                "Concept { codes: { "
                        + concept.codes().stream().map(CqlText::code).collect(Collectors.joining(", ")) + " }"
                        + display(concept.display()) + " }";
            case Interval interval ->
                "Interval" + (interval.lowClosed() ? '[' : '(') + of(interval.low()) + ", " + of(interval.high())
                        + (interval.highClosed() ? ']' : ')');
            case Tuple tuple -> tuple(tuple);
            case List<?> list ->
                list.isEmpty() ? "{}" : list.stream().map(CqlText::of).collect(Collectors.joining(", ", "{ ", " }"));
            case Structure structure -> StructureJson.of(structure).toString();
            default -> value.toString();
        };
    }

    private static String decimal(BigDecimal number) {
        BigDecimal shown = number.stripTrailingZeros();
        return (shown.scale() < 1 ? shown.setScale(1) : shown).toPlainString();
    }

    private static String quantity(Quantity quantity) {
        return quantity.value().toPlainString() + " " + quoted(quantity.unit());
    }

    private static String code(Code code) {
        return "Code { code: " + of(code.code()) + ", system: " + of(code.system()) + display(code.display()) + " }";
    }

    private static String display(@Nullable String display) {
        return display == null ? "" : ", display: " + quoted(display);
    }

    private static String tuple(Tuple tuple) {
        StringBuilder text = new StringBuilder("Tuple {");
        for (int i = 0; i < tuple.names().size(); i++) {
            text.append(i == 0 ? " " : ", ")
                    .append(tuple.names().get(i))
                    .append(": ")
                    .append(of(tuple.values()[i]));
        }
        return text.append(" }").toString();
    }

    private static String quoted(String text) {
        return '\'' + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + '\'';
    }
}
