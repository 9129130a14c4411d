package org.silkthread.server.feeds.fhir;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.silkthread.server.feeds.Envelope;
import org.silkthread.server.feeds.Unreadable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A resource, or an element of one, as it was sent. Nothing is demanded of it as a whole; what a profile needs it asks for
 * by the element's path, such as {@code period.start} or {@code code.coding.0.code}.
 */
public record FhirResource(JsonNode json) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

    /**
     * Reads a resource.
     *
     * @throws Unreadable if it is none
     */
    public static FhirResource parse(String text) throws Unreadable {
        try {
            JsonNode json = JSON.readTree(text);
            if (json.path("resourceType").asString("").isEmpty()) {
                throw new Unreadable(
                        Envelope.NONE, "resourceType is missing; expected a resource of FHIR R4 as a JSON object.");
            }
            return new FhirResource(json);
        } catch (JacksonException e) {
            // What the parser says may quote the message, so its place alone is told.
            String place = e.getLocation() == null
                    ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")";
            throw new Unreadable(Envelope.NONE, "It is not JSON" + place + "; expected a resource of FHIR R4.");
        }
    }

    /** Such as {@code Encounter}; empty if it does not say. */
    public String type() {
        return text("resourceType").orElse("");
    }

    /** The text, number or truth at a path, without control characters and surrounding blanks; empty when there is none. */
    public Optional<String> text(String path) {
        JsonNode node = at(path);
        return node.isValueNode() && !node.isNull()
                ? Optional.of(CONTROLS.matcher(node.asString()).replaceAll("").strip())
                        .filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** Whether anything stands at a path. */
    public boolean has(String path) {
        return !at(path).isMissingNode() && !at(path).isNull();
    }

    /** The element at a path, if one is there. */
    public Optional<FhirResource> element(String path) {
        return at(path).isObject() ? Optional.of(new FhirResource(at(path))) : Optional.empty();
    }

    /** The elements of a list; none when it is not there. */
    public List<FhirResource> list(String path) {
        return at(path).valueStream().map(FhirResource::new).toList();
    }

    /** The codes of a codeable concept. */
    public Stream<String> codes(String path) {
        return list(path + ".coding").stream().flatMap(coding -> coding.text("code").stream());
    }

    private JsonNode at(String path) {
        JsonNode node = json;
        for (String step : path.split("\\.")) {
            boolean isNumber = step.chars().allMatch(Character::isDigit);
            node = isNumber ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        return node;
    }

    /** It alone, as it would have been sent by itself. */
    public byte[] bytes() {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
