package org.silkthread.server.persons.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.silkthread.server.web.component.SummaryRow;
import tools.jackson.databind.JsonNode;

/** What a FHIR resource says, in the words of a page: only what the resource has. */
final class ResourceWords {

    private static final Map<String, String> STATUSES = Map.of(
            "entered-in-error", "Entered by mistake",
            "booked", "Booked",
            "fulfilled", "It took place",
            "cancelled", "Cancelled",
            "noshow", "The person did not come",
            "active", "Current",
            "completed", "Completed",
            "final", "Final",
            "current", "Current",
            "stopped", "Stopped");

    private ResourceWords() {}

    static List<SummaryRow> of(JsonNode resource) {
        List<SummaryRow> rows = new ArrayList<>();
        add(rows, "Result", value(resource));
        add(
                rows,
                "How to take it",
                text(resource.path("dosageInstruction").path(0).path("text")));
        add(rows, "How to take it", text(resource.path("dosage").path(0).path("text")));
        add(rows, "Reaction", text(resource.path("reaction").path(0).path("description")));
        add(rows, "Conclusion", text(resource.path("conclusion")));
        add(rows, "What is planned", activities(resource.path("activity")));
        add(rows, "Text", attachment(resource.path("content").path(0).path("attachment")));
        add(rows, "Note", text(resource.path("note").path(0).path("text")));
        add(rows, "Comment", text(resource.path("comment")));
        add(rows, "Status", status(resource));
        return rows;
    }

    private static void add(List<SummaryRow> rows, String key, Optional<String> words) {
        words.ifPresent(text -> rows.add(SummaryRow.of(key, text)));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() && !node.stringValue().isBlank() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    private static Optional<String> value(JsonNode resource) {
        JsonNode quantity = resource.path("valueQuantity");
        if (quantity.path("value").isNumber()) {
            String number = quantity.path("value").decimalValue().toPlainString();
            return Optional.of(
                    text(quantity.path("unit")).map(unit -> number + " " + unit).orElse(number));
        }
        return text(resource.path("valueString"))
                .or(() -> text(resource.path("valueCodeableConcept").path("text")));
    }

    private static Optional<String> activities(JsonNode activities) {
        String words = activities
                .valueStream()
                .flatMap(activity -> text(activity.path("detail").path("description")).stream())
                .collect(Collectors.joining(". "));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    /** A letter that is plain text is shown; anything else is in the copy that can be taken. */
    private static Optional<String> attachment(JsonNode attachment) {
        boolean plain = attachment.path("contentType").asString("").startsWith("text/plain");
        if (!plain || !attachment.path("data").isString()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(attachment.path("data").stringValue());
            return Optional.of(new String(bytes, StandardCharsets.UTF_8)).filter(text -> !text.isBlank());
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<String> status(JsonNode resource) {
        return text(resource.path("status"))
                .or(() -> text(
                        resource.path("clinicalStatus").path("coding").path(0).path("code")))
                .map(code -> STATUSES.getOrDefault(code, code));
    }
}
