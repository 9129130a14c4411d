package org.silkthread.measure.content;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silkthread.measure.content.Translator.Translated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures with the libraries and the terminology that they need, read from files. Libraries are translated when they are
 * first asked for. May be used by several threads.
 */
public final class Content {

    private final JsonMapper json = JsonMapper.builder().build();
    private final Set<Problem> problems = Collections.synchronizedSet(new LinkedHashSet<>());
    private final List<JsonNode> measures;
    private final Libraries libraries;
    private final TerminologyResources terminology;
    private final Translator translator;
    private final ElmCache cache;
    private final String modelDigest;
    private final Map<LibraryName, Optional<ElmLibrary>> translated = new HashMap<>();
    private final Map<LibraryName, String> keys = new HashMap<>();

    private Content(List<Path> places, Optional<Path> cacheFolder) throws IOException {
        List<Problem> found = new ArrayList<>();
        ContentReader reader = new ContentReader(json, found);
        reader.read(places);
        measures = List.copyOf(reader.measures);
        libraries = reader.libraries;
        terminology = reader.terminology;
        translator = new Translator(libraries, reader.models);
        modelDigest = reader.modelDigest.toString();
        cache = new ElmCache(cacheFolder, json);
        problems.addAll(found);
        terminology.report(problems::add);
    }

    /**
     * Reads files and, with everything below them, folders: FHIR resources and Bundles as JSON or NDJSON, gzipped or not,
     * CQL, ELM JSON and model information. Files that hold none of these are passed over.
     *
     * @throws IOException when a place is not there or cannot be read
     */
    public static Content read(List<Path> places) throws IOException {
        return new Content(places, Optional.empty());
    }

    /**
     * The same, with translated libraries kept in a folder, so that reading the same content again is fast.
     *
     * @throws IOException when a place is not there or cannot be read
     */
    public static Content read(List<Path> places, Path cacheFolder) throws IOException {
        return new Content(places, Optional.of(cacheFolder));
    }

    /** The Measure resources, in the order in which they were read. */
    public List<JsonNode> measures() {
        return measures;
    }

    /** The names of all libraries that the content brings. */
    public List<LibraryName> libraryNames() {
        return libraries.names();
    }

    /** The latest version of each library that the content brings. */
    public List<LibraryName> latestLibraries() {
        return libraries.names().stream()
                .map(name -> new LibraryName(name.name(), ""))
                .distinct()
                .map(libraries::find)
                .flatMap(Optional::stream)
                .map(LibrarySource::name)
                .toList();
    }

    /** The data model that a library's CQL uses; empty when it uses none or is ELM only. */
    public Optional<LibraryName> modelOf(LibraryName library) {
        return source(library)
                .flatMap(text -> CqlHeader.of(text).models().stream()
                        .filter(model -> !model.name().equals("System"))
                        .findFirst());
    }

    /** The library that holds a measure's criteria; empty when the content does not bring it. */
    public Optional<LibraryName> libraryOf(JsonNode measure) {
        return libraryAt(measure.path("library").path(0).asString(""));
    }

    /**
     * The library of a canonical address, with or without a version; where the content has only CQL, the library that is
     * called like the last part of the address.
     */
    public Optional<LibraryName> libraryAt(String canonical) {
        return libraries.find(Canonical.of(canonical)).map(LibrarySource::name);
    }

    /**
     * A library as ELM; without a version the latest. Empty when it is not there or cannot be translated: {@link
     * #problems()} then says why.
     */
    public synchronized Optional<ElmLibrary> library(LibraryName name) {
        Optional<LibrarySource> source = libraries.find(name);
        if (source.isEmpty()) {
            problems.add(Problem.error(name.toString(), libraries.missing(name)));
            return Optional.empty();
        }
        LibraryName exact = source.get().name();
        if (!translated.containsKey(exact)) {
            translated.put(exact, load(source.get()));
        }
        return translated.getOrDefault(exact, Optional.empty());
    }

    /**
     * A library and all that it includes, each once, included ones first. Libraries that cannot be had are left out:
     * {@link #problems()} names them.
     */
    public synchronized List<ElmLibrary> closure(LibraryName name) {
        Map<LibraryName, ElmLibrary> found = new LinkedHashMap<>();
        collect(name, found, new LinkedHashSet<>());
        return List.copyOf(found.values());
    }

    /** Libraries for a tree that is not part of the content, such as an expression's. */
    public synchronized List<ElmLibrary> closure(ElmLibrary library) {
        Map<LibraryName, ElmLibrary> found = new LinkedHashMap<>();
        includes(library.elm()).forEach(included -> collect(included, found, new LinkedHashSet<>()));
        found.put(library.name(), library);
        return List.copyOf(found.values());
    }

    /** The CQL text of a library; empty when the content has only its ELM. */
    public Optional<String> source(LibraryName name) {
        return libraries.find(name).flatMap(LibrarySource::cql);
    }

    public Terminology terminology() {
        return terminology;
    }

    /** All that was found wrong so far; libraries and value sets are judged when they are first asked for. */
    public List<Problem> problems() {
        synchronized (problems) {
            return List.copyOf(problems);
        }
    }

    /**
     * Translates one expression into a library with the single definition {@link ExpressionScope#DEFINITION}.
     *
     * @throws InvalidCql when the expression has errors; lines and columns count from the expression's start
     */
    public synchronized ElmLibrary expression(String cql, ExpressionScope scope) {
        String header = scope.header();
        Translated result = translator.translate(header + cql, TranslationOptions.USUAL);
        if (result.elmJson().isEmpty()) {
            int before = (int) header.chars().filter(c -> c == '\n').count();
            throw new InvalidCql(result.problems().stream()
                    .map(problem -> scope.placed(problem, before))
                    .toList());
        }
        JsonNode elm = json.readTree(result.elmJson().get()).path("library");
        return new ElmLibrary(new LibraryName(ExpressionScope.LIBRARY, ""), elm);
    }

    private void collect(LibraryName name, Map<LibraryName, ElmLibrary> found, Set<LibraryName> path) {
        library(name).ifPresent(library -> {
            if (!found.containsKey(library.name()) && path.add(library.name())) {
                includes(library.elm()).forEach(included -> collect(included, found, path));
                found.put(library.name(), library);
            }
        });
    }

    private static List<LibraryName> includes(JsonNode elm) {
        return elm.path("includes").path("def").values().stream()
                .map(include -> new LibraryName(
                        Canonical.of(include.path("path").asString("")).lastSegment(),
                        include.path("version").asString("")))
                .toList();
    }

    private Optional<ElmLibrary> load(LibrarySource source) {
        if (source.cql().isEmpty()) {
            return source.elm().map(elm -> checked(new ElmLibrary(source.name(), elm)));
        }
        String key = key(source, new LinkedHashSet<>());
        Translated result = cache.find(key).orElseGet(() -> translate(source, key));
        problems.addAll(result.problems());
        return result.elmJson()
                .map(text -> checked(
                        new ElmLibrary(source.name(), json.readTree(text).path("library"))));
    }

    private Translated translate(LibrarySource source, String key) {
        Translated result = translator.translate(source);
        cache.keep(key, result);
        return result;
    }

    /** Notes the value sets that a library declares and the content lacks. */
    private ElmLibrary checked(ElmLibrary library) {
        for (JsonNode declared : library.elm().path("valueSets").path("def").values()) {
            String id = declared.path("id").asString("");
            if (!terminology.knowsValueSet(id, declared.path("version").asString(""))) {
                problems.add(located(
                        library.name().name(),
                        declared,
                        "Value set \"" + declared.path("name").asString("") + "\" (" + id
                                + ") is not in the content; a measure that uses it fails."));
            }
        }
        return library;
    }

    private static Problem located(String library, JsonNode declared, String message) {
        String[] place = declared.path("locator").asString("0:0").split("[:-]", -1);
        return new Problem(
                Problem.Severity.WARNING, library, Integer.parseInt(place[0]), Integer.parseInt(place[1]), message);
    }

    /** Depends on everything that the translation depends on: the text, the included texts, the options, the models. */
    private String key(LibrarySource source, Set<LibraryName> path) {
        String known = keys.get(source.name());
        if (known != null) {
            return known;
        }
        List<String> parts = new ArrayList<>();
        parts.add(source.options().meaning().toString());
        parts.add(modelDigest);
        parts.add(source.cql().or(() -> source.elm().map(JsonNode::toString)).orElse(""));
        if (path.add(source.name())) {
            for (CqlHeader.Include include :
                    CqlHeader.of(source.cql().orElse("")).includes()) {
                parts.add(libraries
                        .find(include.library())
                        .map(found -> key(found, path))
                        .orElse("absent"));
            }
        }
        String key = ElmCache.key(parts);
        keys.put(source.name(), key);
        return key;
    }
}
