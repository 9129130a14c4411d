package org.silkthread.measure.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.cqframework.cql.cql2elm.quick.FhirLibrarySourceProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What content may leave out, what it may bring in other forms, and what is said about the rest. */
class ContentGapsTest {

    private static final String UK = """
            library Uk version '1'
            using UKCore version '2.5.0'
            include FHIRHelpers version '4.0.1' called FHIRHelpers
            context Patient
            define Seen: exists ([EncounterProfile] E where E.status = 'finished')
            """;

    @TempDir
    Path folder;

    @Test
    void a_version_of_fhir_helpers_that_is_not_built_in_has_to_be_added() throws IOException {
        write("a.cql", """
                library A version '1'
                using FHIR version '4.0.1'

                  include FHIRHelpers version '4.4.000' called FHIRHelpers
                context Patient
                define One: 1
                """);

        assertThat(problemsOf("A"))
                .contains("A:4:3: error: Library FHIRHelpers|4.4.000 is not in the content;"
                        + " there is version 4.0.1 (built in), 4.0.0 (built in). Add the file with its CQL or ELM.");
    }

    @Test
    void a_data_model_that_is_not_built_in_has_to_be_added() throws IOException {
        write("uk.cql", UK);

        assertThat(problemsOf("Uk"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(
                                "Uk:2:1: error: The data model UKCore, version 2.5.0, is neither built in nor in the content.")
                        .contains("modelinfo"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_data_model_comes_as_a_file_or_as_a_library_resource(boolean asFile) throws IOException {
        write("uk.cql", UK);
        if (asFile) {
            write("models/UKCore-ModelInfo-2.5.0.xml", ukModel());
        } else {
            write("Library-UKCore-ModelInfo.json", """
                    {"resourceType":"Library","name":"UKCore","type":{"coding":[{"code":"model-definition"}]},
                     "content":[{"contentType":"application/xml","data":"%s"}]}""".formatted(encoded(ukModel())));
        }

        Content content = content();

        assertThat(content.library(new LibraryName("Uk", "1"))).isPresent();
        assertThat(content.problems()).isEmpty();
    }

    @Test
    void a_measure_may_contain_its_library() throws IOException {
        write("measure.json", """
                {"resourceType":"Measure","id":"m","library":["#inside"],"contained":[
                 {"resourceType":"Library","id":"inside","url":"http://example.org/Library/Sums","content":[
                  {"contentType":"text/cql","data":"%s"}]}]}
                """.formatted(encoded("library Sums version '2'\ndefine Two: 1 + 1")));

        Content content = content();

        assertThat(content.libraryOf(content.measures().getFirst())).contains(new LibraryName("Sums", "2"));
    }

    @Test
    void a_library_resource_may_have_elm_as_json_alone() throws IOException {
        write("library.json", """
                {"resourceType":"Library","url":"http://example.org/Library/main","version":"3","content":[
                 {"contentType":"application/elm+json","data":"%s"}]}
                """.formatted(
                        encoded("{\"library\":{\"identifier\":{\"id\":\"Main\",\"version\":\"3\"}}}")));

        Content content = content();

        assertThat(content.libraryAt("http://example.org/Library/main|3")).contains(new LibraryName("Main", "3"));
        assertThat(content.library(new LibraryName("Main", "3"))).isPresent();
    }

    @Test
    void a_library_resource_with_elm_as_xml_alone_is_no_help() throws IOException {
        write("library.json", """
                {"resourceType":"Library","name":"Main","version":"3","content":[
                 {"contentType":"application/elm+xml","data":"%s"}]}""".formatted(encoded("<library/>")));

        assertThat(content().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("Main|3", "ELM as JSON"));
    }

    @Test
    void a_reference_with_a_version_means_that_version_and_one_without_the_latest() throws IOException {
        for (String version : List.of("1.9.0", "1.10.0", "1.2.0")) {
            write(version + ".json", """
                    {"resourceType":"Library","url":"http://example.org/Library/main","version":"%s","content":[
                     {"contentType":"text/cql","data":"%s"}]}
                    """.formatted(
                            version, encoded("library Main version '" + version + "'\ndefine One: 1")));
        }

        Content content = content();

        assertThat(content.libraryAt("http://example.org/Library/main|1.2.0"))
                .contains(new LibraryName("Main", "1.2.0"));
        assertThat(content.libraryAt("http://example.org/Library/main")).contains(new LibraryName("Main", "1.10.0"));
        assertThat(content.libraryAt("http://example.org/Library/main|7")).isEmpty();
    }

    /** The model of US Core under another name: a model of profiles on FHIR R4, as that of UK Core is. */
    private static String ukModel() throws IOException {
        try (InputStream in =
                FhirLibrarySourceProvider.class.getResourceAsStream("/org/hl7/fhir/uscore-modelinfo-6.1.0.xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(
                            "modelInfo name=\"USCore\" version=\"6.1.0\"",
                            "modelInfo name=\"UKCore\" version=\"2.5.0\"")
                    .replace("http://hl7.org/fhir/us/core", "https://fhir.hl7.org.uk")
                    .replace("USCore", "UKCore");
        }
    }

    private List<String> problemsOf(String library) throws IOException {
        Content content = content();
        content.library(new LibraryName(library, "1"));
        return content.problems().stream().map(Problem::toString).toList();
    }

    private Content content() throws IOException {
        return Content.read(List.of(folder));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
