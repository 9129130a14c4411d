package org.silkthread.measure.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.value.Code;
import tools.jackson.databind.JsonNode;

/**
 * A value set as content gives it.
 *
 * @param address its canonical address
 * @param version empty when it has none
 * @param identifiers other addresses of it
 * @param expansion its codes, if they were listed
 * @param compose its definition; a missing node when it has none
 * @param file where it was read
 */
record ValueSetContent(
        String address,
        String version,
        List<String> identifiers,
        Optional<Expansion> expansion,
        JsonNode compose,
        String file) {

    /**
     * Listed codes.
     *
     * @param codes the codes that are members: abstract entries only group others
     * @param gap why the list is not the whole value set; empty when it is
     */
    record Expansion(List<Code> codes, Optional<String> gap) {}

    static ValueSetContent of(JsonNode resource, String file) {
        return new ValueSetContent(
                resource.path("url").asString(""),
                resource.path("version").asString(""),
                resource.path("identifier").values().stream()
                        .map(identifier -> identifier.path("value").asString(""))
                        .filter(value -> value.startsWith("urn:"))
                        .toList(),
                resource.has("expansion") ? Optional.of(expansion(resource.path("expansion"))) : Optional.empty(),
                resource.path("compose"),
                file);
    }

    private static Expansion expansion(JsonNode expansion) {
        List<Code> codes = new ArrayList<>();
        int entries = collect(expansion.path("contains"), codes);
        return new Expansion(List.copyOf(codes), gap(expansion, entries));
    }

    /** Adds the member codes at and below the entries; gives the number of entries. */
    private static int collect(JsonNode contains, List<Code> codes) {
        int entries = 0;
        for (JsonNode entry : contains.values()) {
            entries++;
            String code = entry.path("code").asString("");
            if (!code.isEmpty() && !entry.path("abstract").asBoolean(false)) {
                codes.add(new Code(
                        code,
                        entry.path("system").asString(""),
                        orNull(entry.path("version").asString("")),
                        orNull(entry.path("display").asString(""))));
            }
            entries += collect(entry.path("contains"), codes);
        }
        return entries;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Optional<String> gap(JsonNode expansion, int entries) {
        int total = expansion.path("total").asInt(-1);
        if (total > entries) {
            return Optional.of("its expansion lists " + entries + " of " + total + " codes");
        }
        int offset = expansion.path("offset").asInt(0);
        if (offset > 0) {
            return Optional.of("its expansion is a later page, from code " + offset);
        }
        boolean tooCostly = expansion.path("extension").values().stream()
                .map(extension -> extension.path("url").asString(""))
                .anyMatch(url -> url.endsWith("/valueset-toocostly") || url.endsWith("/valueset-unclosed"));
        if (tooCostly) {
            return Optional.of("its expansion says that it is not the whole value set");
        }
        boolean page = total < 0
                && expansion.path("parameter").values().stream()
                        .anyMatch(
                                parameter -> parameter.path("name").asString("").equals("count")
                                        && parameter.path("valueInteger").asInt(-1) == entries
                                        && entries > 0);
        return page
                ? Optional.of(
                        "its expansion is as long as the page that was asked for (" + entries + ") and states no total")
                : Optional.empty();
    }
}
