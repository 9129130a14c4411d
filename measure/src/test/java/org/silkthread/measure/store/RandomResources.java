package org.silkthread.measure.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import org.silkthread.measure.model.Element;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.model.StructureType;
import org.silkthread.measure.model.SystemType;

/** JSON of resources with random content of the right types, deterministic by seed. */
final class RandomResources {

    private static final List<String> TYPES = List.of(
            "Observation",
            "Encounter",
            "Condition",
            "MedicationRequest",
            "Procedure",
            "Claim",
            "Immunization",
            "Coverage");

    private final FhirModel model;
    private final Random random;

    RandomResources(FhirModel model, long seed) {
        this.model = model;
        this.random = new Random(seed);
    }

    /** Lines of NDJSON: so many patients, each with some resources; shared ones among them. */
    List<String> population(int patients) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < patients; i++) {
            lines.add(resource("Patient", "p" + i, "p" + i));
            for (int n = random.nextInt(12); n > 0; n--) {
                lines.add(resource(TYPES.get(random.nextInt(TYPES.size())), uuid(), "p" + i));
            }
            lines.add(resource("Medication", "m" + i % 7, ""));
        }
        return lines;
    }

    private String uuid() {
        return new java.util.UUID(random.nextLong(), random.nextLong()).toString();
    }

    String resource(String type, String id, String patient) {
        StructureType structure = model.required(type);
        StringJoiner fields = new StringJoiner(",", "{", "}");
        fields.add("\"resourceType\":\"" + type + "\"").add("\"id\":\"" + id + "\"");
        String link = model.patientPaths(structure).isEmpty()
                ? "-"
                : model.patientPaths(structure).getFirst().getFirst();
        if (!link.equals("-") && !link.equals("id")) {
            fields.add("\"" + link + "\":{\"reference\":\"Patient/" + patient + "\"}");
        }
        for (Element element : structure.elements()) {
            String name = element.name();
            if (!name.equals("id") && !name.equals(link) && !name.equals("meta") && random.nextInt(4) == 0) {
                add(element, 0, fields);
            }
        }
        return fields.toString();
    }

    private void add(Element element, int depth, StringJoiner fields) {
        String typeName = element.types().get(random.nextInt(element.types().size()));
        if (typeName.startsWith("System.")
                || typeName.equals("Narrative")
                || typeName.equals("Resource")
                || depth > 3) {
            return;
        }
        StructureType type = model.required(typeName);
        String suffix = typeName.equals("SimpleQuantity") ? "Quantity" : typeName;
        String name = element.choice()
                ? element.name() + Character.toUpperCase(suffix.charAt(0)) + suffix.substring(1)
                : element.name();
        if (!element.repeating()) {
            fields.add("\"" + name + "\":" + value(type, depth));
        } else {
            StringJoiner values = new StringJoiner(",", "[", "]");
            for (int n = random.nextInt(3) + 1; n > 0; n--) {
                values.add(value(type, depth));
            }
            fields.add("\"" + name + "\":" + values);
        }
        if (type.primitive().isPresent() && !element.repeating() && random.nextInt(6) == 0) {
            fields.add("\"_" + name + "\":{\"id\":\"x\",\"extension\":[{\"url\":\"u\",\"valueCode\":\"v\"}]}");
        }
    }

    private String value(StructureType type, int depth) {
        if (type.primitive().isPresent()) {
            return primitive(type.primitive().get());
        }
        StringJoiner fields = new StringJoiner(",", "{", "}");
        for (Element element : type.elements()) {
            if (random.nextInt(depth + 2) == 0 && !element.name().equals("extension")) {
                add(element, depth + 1, fields);
            }
        }
        return fields.toString();
    }

    private String primitive(SystemType type) {
        int small = random.nextInt(20);
        return switch (type) {
            case BOOLEAN -> String.valueOf(random.nextBoolean());
            case INTEGER -> String.valueOf(small < 2 ? random.nextInt() : small);
            case DECIMAL -> small < 2 ? "-12345678901234567890.0123456789" : small + "." + "0".repeat(small) + "5";
            case STRING -> "\"" + text(small) + "\"";
            case DATE ->
                "\"" + List.of("2026", "1999-12", "2024-02-29", "0001-01-01").get(small % 4) + "\"";
            case DATE_TIME ->
                "\""
                        + List.of(
                                        "2026",
                                        "1999-12",
                                        "2024-02-29",
                                        "2026-03-01T10:00:00.000Z",
                                        "2026-03-01T10:00:00.123-05:00",
                                        "1969-12-31T23:59:59+14:00",
                                        "2026-03-01T10:00:00")
                                .get(small % 7)
                        + "\"";
            case TIME -> small % 2 == 0 ? "\"10:30:00\"" : "\"23:59:59.999\"";
        };
    }

    private String text(int small) {
        return switch (small) {
            case 0 -> "";
            case 1 -> "naïve – 漢字 😀";
            case 2 -> uuid();
            case 3 -> "Encounter/" + uuid();
            case 4 -> "Medication/m" + random.nextInt(7);
            case 5 -> "Patient/p" + random.nextInt(5);
            case 6 -> "a much longer text, which says \\\"quite\\\" the same as others " + random.nextInt(3);
            default -> "word" + small;
        };
    }
}
