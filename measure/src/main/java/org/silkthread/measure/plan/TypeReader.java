package org.silkthread.measure.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.measure.value.Interval.PointType;
import tools.jackson.databind.JsonNode;

/** Reads type specifiers of ELM. */
final class TypeReader {

    private static final String SYSTEM = "{urn:hl7-org:elm-types:r1}";
    private static final String FHIR = "{http://hl7.org/fhir}";

    private TypeReader() {}

    /** The type that a node states as its result, if it does. */
    static Optional<TypeRef> result(JsonNode node) {
        if (node.has("resultTypeSpecifier")) {
            return Optional.of(specifier(node.path("resultTypeSpecifier")));
        }
        if (node.has("resultTypeName")) {
            return Optional.of(named(node.path("resultTypeName").asString()));
        }
        return Optional.empty();
    }

    static TypeRef specifier(JsonNode node) {
        return switch (node.path("type").asString("NamedTypeSpecifier")) {
            case "ListTypeSpecifier" -> new TypeRef.ListOf(specifier(node.path("elementType")));
            case "IntervalTypeSpecifier" -> new TypeRef.IntervalOf(specifier(node.path("pointType")));
            case "ChoiceTypeSpecifier" -> choice(node.has("choice") ? node.path("choice") : node.path("type"));
            case "TupleTypeSpecifier" -> tuple(node.path("element"));
            default -> named(node.path("name").asString(""));
        };
    }

    static TypeRef.Named named(String qualified) {
        if (qualified.startsWith(SYSTEM)) {
            return new TypeRef.Named(qualified.substring(SYSTEM.length()));
        }
        if (qualified.startsWith(FHIR)) {
            return new TypeRef.Named("FHIR." + qualified.substring(FHIR.length()));
        }
        return new TypeRef.Named(qualified);
    }

    static PointType pointType(TypeRef type) {
        return type instanceof TypeRef.Named(String name) ? PointType.named(name) : PointType.ANY;
    }

    private static TypeRef choice(JsonNode options) {
        List<TypeRef> types = new ArrayList<>();
        options.forEach(option -> types.add(specifier(option)));
        return new TypeRef.Choice(List.copyOf(types));
    }

    private static TypeRef tuple(JsonNode elements) {
        List<String> names = new ArrayList<>();
        List<TypeRef> types = new ArrayList<>();
        for (JsonNode element : elements) {
            names.add(element.path("name").asString());
            types.add(specifier(element.has("elementType") ? element.path("elementType") : element.path("type")));
        }
        return new TypeRef.TupleOf(List.copyOf(names), List.copyOf(types));
    }
}
