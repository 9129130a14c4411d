package org.silkthread.measure.semantics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.value.Code;
import org.silkthread.measure.value.Concept;

/** Codes that FHIR elements carry. */
public final class Codes {

    private Codes() {}

    /**
     * The codes of a coded element: a CodeableConcept, a Coding, a bare code, or a list of them; System codes and
     * concepts too. Empty for what carries none, such as a reference.
     */
    public static List<Code> of(@Nullable Object element) {
        return switch (element) {
            case null -> List.of();
            case Code code -> List.of(code);
            case Concept concept -> concept.codes();
            case String code -> List.of(new Code(code, null, null, null));
            case List<?> list -> {
                List<Code> codes = new ArrayList<>();
                for (Object member : list) {
                    codes.addAll(of(member));
                }
                yield codes;
            }
            case Structure structure -> of(structure);
            default -> List.of();
        };
    }

    private static List<Code> of(Structure structure) {
        return switch (structure.type().name()) {
            case "CodeableConcept" -> of(structure.get("coding"));
            case "Coding" -> List.of(coding(structure));
            default ->
                structure.get("value") instanceof String code ? List.of(new Code(code, null, null, null)) : List.of();
        };
    }

    /** A Coding as a code. */
    public static Code coding(Structure coding) {
        return new Code(text(coding, "code"), text(coding, "system"), text(coding, "version"), text(coding, "display"));
    }

    private static @Nullable String text(Structure structure, String element) {
        return switch (structure.get(element)) {
            case String text -> text;
            case Structure primitive -> primitive.get("value") instanceof String text ? text : null;
            case null, default -> null;
        };
    }
}
