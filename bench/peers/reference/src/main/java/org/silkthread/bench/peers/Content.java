package org.silkthread.bench.peers;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import kotlinx.io.Buffer;
import kotlinx.io.Source;
import org.cqframework.cql.cql2elm.LibrarySourceProvider;
import org.hl7.elm.r1.VersionedIdentifier;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * Measures, libraries in CQL and complete value sets, from a folder with {@code measures/*.json}, {@code cql/*.cql} and
 * {@code valuesets.ndjson.gz}.
 */
record Content(FhirContext fhir, Path folder, List<Measure> measures, Map<String, ValueSet> valueSets)
        implements LibrarySourceProvider {

    static Content read(Path folder) throws IOException {
        FhirContext fhir = FhirContext.forR4Cached();
        IParser parser = fhir.newJsonParser();
        List<Measure> measures = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("measures"))) {
            for (Path file : files.sorted().toList()) {
                measures.add(parser.parseResource(Measure.class, Files.readString(file)));
            }
        }
        Map<String, ValueSet> valueSets = new HashMap<>();
        lines(folder.resolve("valuesets.ndjson.gz"), line -> {
            ValueSet valueSet = parser.parseResource(ValueSet.class, line);
            valueSets.put(valueSet.getUrl(), valueSet);
        });
        return new Content(fhir, folder, measures, valueSets);
    }

    /** Every line of a text, unpacked when its name ends in {@code .gz}. */
    static void lines(Path file, Consumer<String> each) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
                BufferedReader reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isEmpty()) {
                    each.accept(line);
                }
            }
        }
    }

    @Override
    public Source getLibrarySource(VersionedIdentifier library) {
        Path file = folder.resolve("cql").resolve(library.getId() + ".cql");
        if (!Files.exists(file)) {
            return null;
        }
        try {
            byte[] text = Files.readAllBytes(file);
            Buffer buffer = new Buffer();
            buffer.write(text, 0, text.length);
            return buffer;
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }
}
