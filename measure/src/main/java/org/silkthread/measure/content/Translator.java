package org.silkthread.measure.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kotlinx.io.Buffer;
import kotlinx.io.Source;
import org.cqframework.cql.cql2elm.CqlCompilerException;
import org.cqframework.cql.cql2elm.CqlIncludeException;
import org.cqframework.cql.cql2elm.CqlTranslator;
import org.cqframework.cql.cql2elm.LibraryContentType;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.LibrarySourceProvider;
import org.cqframework.cql.cql2elm.ModelManager;
import org.cqframework.cql.cql2elm.model.CompiledLibrary;
import org.cqframework.cql.cql2elm.tracking.TrackBack;
import org.cqframework.cql.elm.serializing.ElmJsonLibraryWriter;
import org.hl7.elm.r1.Library;
import org.hl7.elm.r1.VersionedIdentifier;
import org.hl7.elm_modelinfo.r1.ModelInfo;
import org.jspecify.annotations.Nullable;

/**
 * CQL to ELM. Models and compiled libraries are kept, because loading the FHIR models costs a second. Used by one thread
 * at a time.
 */
final class Translator {

    private static final Pattern MODEL_MISSING =
            Pattern.compile("Could not load model information for model (\\S+), version (\\S+)\\.");

    private final Libraries libraries;
    private final List<ModelInfo> contentModels;
    private final Map<TranslationOptions, LibraryManager> managers = new HashMap<>();
    private @Nullable ModelManager models;

    Translator(Libraries libraries, List<ModelInfo> contentModels) {
        this.libraries = libraries;
        this.contentModels = List.copyOf(contentModels);
    }

    /** ELM JSON, empty when the CQL has errors, and what the translator said about this library. */
    record Translated(Optional<String> elmJson, List<Problem> problems) {}

    /** Translates a library, and those that it includes as far as that needs. */
    Translated translate(LibrarySource library) {
        LibraryManager manager = manager(library.options());
        List<CqlCompilerException> found = new ArrayList<>();
        try {
            CompiledLibrary compiled = manager.resolveLibrary(identifier(library.name()), found);
            List<Problem> problems = problems(found, library.name().name());
            boolean failed = problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
            return new Translated(failed ? Optional.empty() : json(compiled.getLibrary()), problems);
        } catch (CqlCompilerException e) {
            found.add(e);
            return new Translated(
                    Optional.empty(), problems(found, library.name().name()));
        }
    }

    /** Translates a text that is no library of the content, such as a single expression. */
    Translated translate(String cql, TranslationOptions options) {
        CqlTranslator translator = CqlTranslator.Companion.fromText(cql, manager(options));
        List<Problem> problems = problems(translator.getExceptions(), "");
        boolean failed = problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
        return new Translated(failed ? Optional.empty() : json(translator.toELM()), problems);
    }

    private static Optional<String> json(@Nullable Library library) {
        return Optional.ofNullable(library).map(tree -> new ElmJsonLibraryWriter().writeAsString(tree));
    }

    private LibraryManager manager(TranslationOptions options) {
        return managers.computeIfAbsent(options, wanted -> {
            LibraryManager manager = new LibraryManager(models(), wanted.compilerOptions());
            manager.getLibrarySourceLoader().registerProvider(new ContentSources(libraries));
            return manager;
        });
    }

    private ModelManager models() {
        ModelManager known = models;
        if (known == null) {
            known = new ModelManager();
            for (ModelInfo model : contentModels) {
                known.getModelInfoLoader()
                        .registerModelInfoProvider(wanted -> matches(model, wanted) ? model : null, true);
            }
            models = known;
        }
        return known;
    }

    private static boolean matches(ModelInfo model, org.hl7.cql.model.ModelIdentifier wanted) {
        return wanted.getId().equals(model.getName())
                && (wanted.getVersion() == null || wanted.getVersion().equals(model.getVersion()));
    }

    private List<Problem> problems(List<? extends CqlCompilerException> found, String library) {
        return found.stream()
                .map(exception -> problem(exception, library))
                .distinct()
                .toList();
    }

    private Problem problem(CqlCompilerException exception, String library) {
        TrackBack place = exception.getLocator();
        String where = place == null
                        || place.getLibrary() == null
                        || place.getLibrary().getId() == null
                ? library
                : place.getLibrary().getId();
        return new Problem(
                exception.getSeverity() == CqlCompilerException.ErrorSeverity.Error
                        ? Problem.Severity.ERROR
                        : Problem.Severity.WARNING,
                where,
                place == null ? 0 : place.getStartLine(),
                place == null ? 0 : place.getStartChar(),
                message(exception));
    }

    /** What the translator says; of what the content lacks, in words that say which file to add. */
    private String message(CqlCompilerException exception) {
        String message = String.valueOf(exception.getMessage());
        if (exception instanceof CqlIncludeException include) {
            LibraryName name = name(String.valueOf(include.getLibraryId()), include.getVersionId());
            return libraries.find(name).isPresent() ? message : libraries.missing(name);
        }
        Matcher model = MODEL_MISSING.matcher(message);
        return model.matches()
                ? "The data model " + model.group(1) + ", version " + model.group(2)
                        + ", is neither built in nor in the content. Add its model information: an XML file with"
                        + " modelinfo in its name, or a Library resource of type model-definition."
                : message;
    }

    private static LibraryName name(String id, @Nullable String version) {
        return new LibraryName(id, version == null ? "" : version);
    }

    private static VersionedIdentifier identifier(LibraryName name) {
        VersionedIdentifier identifier = new VersionedIdentifier().withId(name.name());
        return name.version().isEmpty() ? identifier : identifier.withVersion(name.version());
    }

    /** Gives the translator the sources of included libraries. */
    private record ContentSources(Libraries libraries) implements LibrarySourceProvider {

        @Override
        public @Nullable Source getLibrarySource(VersionedIdentifier identifier) {
            return getLibraryContent(identifier, LibraryContentType.CQL);
        }

        @Override
        public @Nullable Source getLibraryContent(VersionedIdentifier identifier, LibraryContentType type) {
            return libraries
                    .find(name(String.valueOf(identifier.getId()), identifier.getVersion()))
                    .flatMap(library -> text(library, type))
                    .map(ContentSources::source)
                    .orElse(null);
        }

        /** CQL where there is some; ELM only for libraries that are nothing else. */
        private static Optional<String> text(LibrarySource library, LibraryContentType type) {
            if (type == LibraryContentType.CQL) {
                return library.cql();
            }
            return type == LibraryContentType.JSON && library.cql().isEmpty()
                    ? library.elm().map(elm -> "{\"library\":" + elm + "}")
                    : Optional.empty();
        }

        private static Source source(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Buffer buffer = new Buffer();
            buffer.write(bytes, 0, bytes.length);
            return buffer;
        }
    }
}
