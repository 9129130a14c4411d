package org.silkthread.measure.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The libraries that were read, found by name and version or by canonical address. */
final class Libraries {

    private final Map<String, TreeMap<String, LibrarySource>> byName = new HashMap<>();
    private final List<LibrarySource> resources = new ArrayList<>();
    private final Consumer<Problem> problems;

    Libraries(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /** Takes a library in; of two with the same name and version the one read first stays. */
    void add(LibrarySource library) {
        if (!library.url().isEmpty()) {
            resources.add(library);
        }
        LibrarySource known = byName.computeIfAbsent(library.name().name(), name -> new TreeMap<>(Versions.ORDER))
                .putIfAbsent(library.name().version(), library);
        if (known != null && !known.same(library)) {
            problems.accept(Problem.warning(
                    library.file(),
                    "Library " + library.name() + " is here once more with another text; the one of " + known.file()
                            + " is used."));
        }
    }

    /** The library of a name; without a version the latest. */
    Optional<LibrarySource> find(LibraryName name) {
        TreeMap<String, LibrarySource> versions = byName.getOrDefault(name.name(), new TreeMap<>());
        LibrarySource found = name.version().isEmpty()
                ? versions.isEmpty() ? null : versions.lastEntry().getValue()
                : versions.get(name.version());
        return found != null ? Optional.of(found) : BuiltInLibraries.find(name);
    }

    /** That a library is missing, in a sentence that says what to do. */
    String missing(LibraryName name) {
        List<String> others = new ArrayList<>(
                byName.getOrDefault(name.name(), new TreeMap<>()).keySet());
        BuiltInLibraries.versions(name.name()).stream()
                .map(version -> version + " (built in)")
                .forEach(others::add);
        return "Library " + name + " is not in the content"
                + (others.isEmpty() ? "." : "; there is version " + String.join(", ", others) + ".")
                + " Add the file with its CQL or ELM.";
    }

    /** The library that a Measure or another resource refers to. */
    Optional<LibrarySource> find(Canonical reference) {
        Optional<LibrarySource> byUrl = resources.stream()
                .filter(library -> library.url().equals(reference.url()))
                .filter(library -> reference.version().isEmpty()
                        || reference.version().equals(library.resourceVersion())
                        || reference.version().equals(library.name().version()))
                .max((a, b) ->
                        Versions.ORDER.compare(a.name().version(), b.name().version()));
        return byUrl.or(() -> find(new LibraryName(reference.lastSegment(), reference.version())));
    }

    List<LibraryName> names() {
        return byName.values().stream()
                .flatMap(versions -> versions.values().stream())
                .map(LibrarySource::name)
                .toList();
    }
}
