package org.silkthread.measure.content;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.hl7.elm_modelinfo.r1.ModelInfo;
import org.hl7.elm_modelinfo.r1.serializing.XmlModelInfoReaderKt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads content files and hands what they hold to the collections of a {@link Content}. */
final class ContentReader {

    private final JsonMapper json;
    private final List<Problem> problems;
    final List<JsonNode> measures = new ArrayList<>();
    final List<ModelInfo> models = new ArrayList<>();
    final StringBuilder modelDigest = new StringBuilder();
    final Libraries libraries;
    final TerminologyResources terminology;

    ContentReader(JsonMapper json, List<Problem> problems) {
        this.json = json;
        this.problems = problems;
        this.libraries = new Libraries(problems::add);
        this.terminology = new TerminologyResources(problems::add);
    }

    /** A file, or all files below a folder in the order of their names; bare CQL files first, for they are the sources. */
    void read(List<Path> places) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path place : places) {
            try (Stream<Path> found = Files.walk(place)) {
                found.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        for (Path file : files) {
            if (file.toString().endsWith(".cql")) {
                cql(Files.readString(file), file.toString());
            }
        }
        for (Path file : files) {
            readFile(file);
        }
    }

    private void readFile(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".json") || name.endsWith(".json.gz")) {
            try (InputStream in = open(file)) {
                resource(json.readTree(in), file.toString());
            } catch (JacksonException e) {
                problems.add(broken(file, 0, e));
            }
        } else if (name.endsWith(".ndjson") || name.endsWith(".ndjson.gz")) {
            readLines(file);
        } else if (name.endsWith(".xml") && name.contains("modelinfo")) {
            model(Files.readString(file), file.toString());
        }
    }

    private void readLines(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                try {
                    if (!line.isBlank()) {
                        resource(json.readTree(line), file.toString());
                    }
                } catch (JacksonException e) {
                    problems.add(broken(file, number, e));
                }
            }
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static Problem broken(Path file, int line, JacksonException e) {
        int at = line > 0 ? line : e.getLocation().getLineNr();
        return new Problem(
                Problem.Severity.ERROR,
                file.toString(),
                Math.max(at, 0),
                Math.max(e.getLocation().getColumnNr(), 0),
                "This is not JSON: " + e.getOriginalMessage());
    }

    private void model(String text, String file) {
        try {
            models.add(XmlModelInfoReaderKt.parseModelInfoXml(text));
            modelDigest.append(ElmCache.key(List.of(text)));
        } catch (RuntimeException e) {
            problems.add(Problem.error(file, "This model information cannot be read: " + e.getMessage()));
        }
    }

    private void resource(@Nullable JsonNode node, String file) {
        if (node == null || !node.isObject()) {
            return;
        }
        switch (node.path("resourceType").asString("")) {
            case "Bundle" -> node.path("entry").values().forEach(entry -> resource(entry.path("resource"), file));
            case "Measure" -> measure(withContained(node, file), file);
            case "Library" -> library(node, file);
            case "ValueSet" -> terminology.addValueSet(node, file);
            case "CodeSystem" -> terminology.addCodeSystem(node);
            case "" -> elm(node.path("library"), file);
            default -> {
                // Other resources, such as test patients beside a measure, are no content.
            }
        }
    }

    /** Takes in what a measure contains, and gives the measure with references to it as if it stood beside it. */
    private JsonNode withContained(JsonNode measure, String file) {
        measure.path("contained").values().forEach(contained -> resource(contained, file));
        if (measure.path("library").values().stream()
                .noneMatch(library -> library.asString("").startsWith("#"))) {
            return measure;
        }
        ObjectNode whole = (ObjectNode) measure.deepCopy();
        ArrayNode libraries = whole.putArray("library");
        measure.path("library").values().forEach(library -> libraries.add(reference(measure, library.asString(""))));
        return whole;
    }

    /** The canonical address of a contained resource, its name where it has none; other references stay as they are. */
    private static String reference(JsonNode measure, String reference) {
        return measure.path("contained").values().stream()
                .filter(contained -> reference.equals("#" + contained.path("id").asString("")))
                .findFirst()
                .map(contained ->
                        contained.path("url").asString(contained.path("name").asString(""))
                                + '|'
                                + contained.path("version").asString(""))
                .orElse(reference);
    }

    private void measure(JsonNode measure, String file) {
        Optional<JsonNode> known = measures.stream()
                .filter(other -> address(other).equals(address(measure)))
                .findFirst();
        if (known.isEmpty()) {
            measures.add(measure);
        } else if (!known.get().path("group").equals(measure.path("group"))) {
            problems.add(Problem.warning(
                    file, "Measure " + address(measure) + " is here once more with other groups; the first is used."));
        }
    }

    private static String address(JsonNode measure) {
        String url = measure.path("url").asString("");
        return (url.isEmpty() ? measure.path("id").asString("") : url)
                + '|'
                + measure.path("version").asString("");
    }

    private void cql(String text, String file) {
        CqlHeader.of(text)
                .name()
                .ifPresentOrElse(
                        name -> libraries.add(new LibrarySource(
                                name, "", "", Optional.of(text), Optional.empty(), TranslationOptions.USUAL, file)),
                        () -> problems.add(Problem.error(file, "This CQL has no library declaration.")));
    }

    private void elm(JsonNode library, String file) {
        if (library.path("identifier").has("id")) {
            libraries.add(new LibrarySource(
                    elmName(library), "", "", Optional.empty(), Optional.of(library), TranslationOptions.USUAL, file));
        }
    }

    private static LibraryName elmName(JsonNode library) {
        JsonNode identifier = library.path("identifier");
        return new LibraryName(
                identifier.path("id").asString(""), identifier.path("version").asString(""));
    }

    /**
     * A Library resource with CQL, ELM or model information. One that has none of them names a file beside it, which is
     * found by itself.
     */
    private void library(JsonNode resource, String file) {
        try {
            if (resource.at("/type/coding/0/code").asString("").equals("model-definition")) {
                attachment(resource, "application/xml").ifPresent(text -> model(text, file));
            }
            Optional<String> cql = attachment(resource, "text/cql");
            Optional<JsonNode> elm = attachment(resource, "application/elm+json")
                    .map(text -> json.readTree(text).path("library"));
            Optional<LibraryName> name = cql.flatMap(text -> CqlHeader.of(text).name())
                    .or(() -> elm.map(ContentReader::elmName))
                    .or(() -> Optional.of(new LibraryName(
                            resource.path("name").asString(""),
                            resource.path("version").asString(""))));
            if (cql.isPresent() || elm.isPresent()) {
                TranslationOptions options = TranslationOptions.of(resource)
                        .or(() -> elm.flatMap(TranslationOptions::ofElm))
                        .orElse(TranslationOptions.USUAL);
                libraries.add(new LibrarySource(
                        name.orElseThrow(),
                        resource.path("url").asString(""),
                        resource.path("version").asString(""),
                        cql,
                        elm,
                        options,
                        file));
            } else if (attachment(resource, "application/elm+xml").isPresent()) {
                problems.add(Problem.error(
                        file,
                        "Library " + name.orElseThrow() + " is ELM in XML only. Add its CQL or its ELM as JSON."));
            }
        } catch (IllegalArgumentException | JacksonException e) {
            problems.add(Problem.error(
                    file,
                    "Library " + resource.path("name").asString("") + " has an attachment that cannot be read: "
                            + e.getMessage()));
        }
    }

    private static Optional<String> attachment(JsonNode resource, String contentType) {
        return resource.path("content").values().stream()
                .filter(attachment ->
                        attachment.path("contentType").asString("").startsWith(contentType))
                .map(attachment -> attachment.path("data").asString(""))
                .filter(data -> !data.isEmpty())
                .findFirst()
                .map(data -> new String(Base64.getMimeDecoder().decode(data), StandardCharsets.UTF_8));
    }
}
