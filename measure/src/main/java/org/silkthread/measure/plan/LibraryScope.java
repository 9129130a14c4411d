package org.silkthread.measure.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.silkthread.measure.value.Code;
import org.silkthread.measure.value.CodeSystem;
import org.silkthread.measure.value.Concept;
import org.silkthread.measure.value.ValueSet;
import tools.jackson.databind.JsonNode;

/** What a library declares by name: the libraries that it includes and its terminology. */
final class LibraryScope {

    final String name;
    final String version;
    final Map<String, Included> includes = new HashMap<>();
    final Map<String, CodeSystem> codeSystems = new HashMap<>();
    final Map<String, ValueSet> valueSets = new HashMap<>();
    final Map<String, Code> codes = new HashMap<>();
    final Map<String, Concept> concepts = new HashMap<>();

    /** @param version empty when the include names none */
    record Included(String name, String version) {}

    /** Code systems and value sets only; codes need the included libraries' and come with {@link #resolve}. */
    LibraryScope(JsonNode library) {
        name = library.path("identifier").path("id").asString("");
        version = library.path("identifier").path("version").asString("");
        for (JsonNode include : library.path("includes").path("def")) {
            String path = include.path("path").asString();
            String bare = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('|')) + 1);
            includes.put(
                    include.path("localIdentifier").asString(),
                    new Included(bare, include.path("version").asString("")));
        }
        for (JsonNode system : library.path("codeSystems").path("def")) {
            codeSystems.put(
                    system.path("name").asString(),
                    new CodeSystem(
                            system.path("id").asString(), system.path("version").asString("")));
        }
        for (JsonNode set : library.path("valueSets").path("def")) {
            String id = set.path("id").asString();
            int bar = id.indexOf('|');
            valueSets.put(
                    set.path("name").asString(),
                    bar < 0
                            ? new ValueSet(id, set.path("version").asString(""))
                            : new ValueSet(id.substring(0, bar), id.substring(bar + 1)));
        }
    }

    /** Codes and concepts, whose code systems may stand in another library. */
    void resolve(JsonNode library, Libraries libraries) {
        for (JsonNode code : library.path("codes").path("def")) {
            JsonNode reference = code.path("codeSystem");
            CodeSystem system = libraries
                    .of(this, reference)
                    .codeSystems
                    .get(reference.path("name").asString(""));
            codes.put(
                    code.path("name").asString(),
                    new Code(
                            code.path("id").asString(),
                            system == null ? null : system.id(),
                            system == null || system.version().isEmpty() ? null : system.version(),
                            code.has("display") ? code.path("display").asString() : null));
        }
        for (JsonNode concept : library.path("concepts").path("def")) {
            List<Code> members = new ArrayList<>();
            for (JsonNode reference : concept.path("code")) {
                Code code = libraries
                        .of(this, reference)
                        .codes
                        .get(reference.path("name").asString());
                if (code != null) {
                    members.add(code);
                }
            }
            concepts.put(
                    concept.path("name").asString(),
                    new Concept(
                            List.copyOf(members),
                            concept.has("display") ? concept.path("display").asString() : null));
        }
    }
}
