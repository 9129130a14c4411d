package org.silkthread.measure.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.cqframework.cql.cql2elm.quick.FhirLibrarySourceProvider;
import org.jspecify.annotations.Nullable;

/** Libraries that content may include without bringing them: FHIRHelpers, as the translator's model files carry it. */
final class BuiltInLibraries {

    private static final List<String> FHIR_HELPERS = List.of("4.0.1", "4.0.0");

    private BuiltInLibraries() {}

    /** The versions of a library that are built in, the latest first. */
    static List<String> versions(String library) {
        return library.equals("FHIRHelpers") ? FHIR_HELPERS : List.of();
    }

    static Optional<LibrarySource> find(LibraryName name) {
        return versions(name.name()).stream()
                .filter(version -> name.version().isEmpty() || name.version().equals(version))
                .findFirst()
                .map(BuiltInLibraries::read);
    }

    private static LibrarySource read(String version) {
        String path = "/org/hl7/fhir/FHIRHelpers-" + version + ".cql";
        try (@Nullable InputStream in = FhirLibrarySourceProvider.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The model files lack " + path);
            }
            return new LibrarySource(
                    new LibraryName("FHIRHelpers", version),
                    "",
                    "",
                    Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)),
                    Optional.empty(),
                    TranslationOptions.USUAL,
                    path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
