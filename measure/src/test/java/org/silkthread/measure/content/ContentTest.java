package org.silkthread.measure.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkthread.measure.value.Code;

class ContentTest {

    @TempDir
    Path folder;

    @Test
    void a_bundle_brings_a_measure_and_its_library_as_an_attachment() throws IOException {
        write("nested/deeper/bundle.json", """
                {"resourceType":"Bundle","entry":[
                 {"resource":{"resourceType":"Measure","id":"m","url":"http://example.org/Measure/M","version":"1",
                  "library":["http://example.org/Library/main|2.0"]}},
                 {"resource":%s}]}
                """.formatted(library(
                "http://example.org/Library/main", "2.0", "library Sums version '2.0'\ndefine Two: 1 + 1")));

        Content content = content();

        LibraryName main = content.libraryOf(content.measures().getFirst()).orElseThrow();
        assertThat(main).isEqualTo(new LibraryName("Sums", "2.0"));
        assertThat(content.library(main)).isPresent();
        assertThat(content.source(main))
                .hasValueSatisfying(text -> assertThat(text).contains("define Two"));
        assertThat(content.problems()).isEmpty();
    }

    @Test
    void a_measures_library_is_found_by_its_name_when_only_the_cql_file_is_there() throws IOException {
        write("cql/Sums.cql", "library Sums version '2.0'\ndefine Two: 1 + 1");
        write("measure.json", """
                {"resourceType":"Measure","id":"m","library":["https://example.org/Library/Sums|2.0"]}""");

        Content content = content();

        assertThat(content.libraryOf(content.measures().getFirst())).contains(new LibraryName("Sums", "2.0"));
    }

    @Test
    void a_closure_holds_every_included_library_once_and_before_its_users() throws IOException {
        write(
                "a.cql",
                "library A version '1'\ninclude B version '1' called X\ninclude C version '1'\ndefine One: C.One + X.One");
        write(
                "b.cql",
                "/* library Z */ library B version '1' // version '9'\ninclude C version '1'\ndefine One: C.One");
        write("c.cql", "library C version '1'\ndefine One: 1");

        assertThat(content().closure(new LibraryName("A", "")))
                .extracting(library -> library.name().name())
                .containsExactly("C", "B", "A");
    }

    @Test
    void without_a_version_the_latest_library_is_meant() throws IOException {
        write("a.cql", "library A version '1.9.0'\ndefine One: 1");
        write("b.cql", "library A version '1.10.0'\ndefine One: 1");

        assertThat(content()
                        .library(new LibraryName("A", ""))
                        .orElseThrow()
                        .name()
                        .version())
                .isEqualTo("1.10.0");
    }

    @Test
    void an_error_in_cql_names_library_line_and_column() throws IOException {
        write("a.cql", "library A version '1'\n\ndefine One:\n  1 + Nothing");

        Content content = content();

        assertThat(content.library(new LibraryName("A", "1"))).isEmpty();
        assertThat(content.problems())
                .filteredOn(problem -> problem.severity() == Problem.Severity.ERROR)
                .first()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("A:4:7: error: ")
                        .contains("Nothing"));
    }

    @Test
    void a_missing_include_is_an_error_of_the_library_that_includes_it() throws IOException {
        write("a.cql", "library A version '1'\ninclude B version '7'\ndefine One: B.One");

        Content content = content();
        content.closure(new LibraryName("A", "1"));

        assertThat(content.problems()).anySatisfy(problem -> {
            assertThat(problem.where()).isEqualTo("A");
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.message()).contains("B");
        });
    }

    @Test
    void ready_elm_serves_where_there_is_no_cql() throws IOException {
        write("a.json", """
                {"library":{"identifier":{"id":"A","version":"1"},"schemaIdentifier":{"id":"urn:hl7-org:elm","version":"r1"},
                 "statements":{"def":[{"name":"One","context":"Patient","expression":
                 {"type":"Literal","valueType":"{urn:hl7-org:elm-types:r1}Integer","value":"1"}}]}}}
                """);

        assertThat(content()
                        .library(new LibraryName("A", "1"))
                        .orElseThrow()
                        .elm()
                        .at("/statements/def/0/name")
                        .asString())
                .isEqualTo("One");
    }

    @Test
    void lists_are_promoted_where_the_library_was_published_so() throws IOException {
        String cql = "library A version '1'\ndefine One: exists 1";
        write("usual.json", library("http://example.org/Library/A", "1", cql));
        Content usual = content();
        assertThat(usual.library(new LibraryName("A", "1"))).isEmpty();

        write("usual.json", library("http://example.org/Library/A", "1", cql).replace("\"content\"", """
                        "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/cqf-cqlOptions","valueReference":{"reference":"#options"}}],
                        "contained":[{"resourceType":"Parameters","id":"options","parameter":[{"name":"option","valueString":"EnableAnnotations"}]}],
                        "content\""""));
        assertThat(content().library(new LibraryName("A", "1"))).isPresent();
    }

    @Test
    void a_second_library_of_the_same_name_with_another_text_is_reported() throws IOException {
        write("a.cql", "library A version '1'\ndefine One: 1");
        write("b.cql", "library A version '1'\ndefine One: 2");

        assertThat(content().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
            assertThat(problem.where()).endsWith("b.cql");
        });
    }

    @Test
    void broken_json_is_reported_with_its_line_and_the_rest_is_read() throws IOException {
        write("broken.json", "{\n  \"resourceType\": Measure }");
        Path zipped = folder.resolve("sets.ndjson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write("""
                    {"resourceType":"Measure","id":"m"}

                    {"resourceType":"Measure",
                    """.getBytes(StandardCharsets.UTF_8));
        }

        Content content = content();

        assertThat(content.measures()).hasSize(1);
        assertThat(content.problems()).extracting(Problem::line).containsExactly(2, 3);
    }

    @Test
    void a_value_set_that_is_declared_and_absent_is_named_where_it_is_declared() throws IOException {
        write("a.cql", """
                library A version '1'
                using FHIR version '4.0.1'
                include FHIRHelpers version '4.0.1'
                valueset "There": 'http://example.org/ValueSet/there'
                valueset "Absent": 'http://example.org/ValueSet/absent'
                define One: 1
                """);
        write("there.json", """
                {"resourceType":"ValueSet","url":"http://example.org/ValueSet/there","expansion":{"contains":[
                 {"system":"urn:s","code":"a"}]}}""");

        Content content = content();
        assertThat(content.closure(new LibraryName("A", ""))).hasSize(2);

        assertThat(content.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(5);
            assertThat(problem.message()).contains("Absent");
        });
        assertThat(content.terminology().expansion("http://example.org/ValueSet/there", ""))
                .contains(List.of(new Code("a", "urn:s", null, null)));
    }

    @Test
    void a_kept_translation_is_not_used_when_an_included_library_changes() throws IOException {
        Path cache = folder.resolve("cache");
        write("content/a.cql", "library A version '1'\ninclude B version '1'\ndefine Same: B.One");
        write("content/b.cql", "library B version '1'\ndefine One: 1");
        String before = resultType(Content.read(List.of(folder.resolve("content")), cache));
        write("content/b.cql", "library B version '1'\ndefine One: 'one'");
        String after = resultType(Content.read(List.of(folder.resolve("content")), cache));

        assertThat(before).endsWith("Integer");
        assertThat(after).endsWith("String");
    }

    private static String resultType(Content content) {
        return content.library(new LibraryName("A", "1"))
                .orElseThrow()
                .elm()
                .at("/statements/def/0/expression/resultTypeName")
                .asString();
    }

    private Content content() throws IOException {
        return Content.read(List.of(folder));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String library(String url, String version, String cql) {
        return """
                {"resourceType":"Library","url":"%s","version":"%s","name":"Any","content":[
                 {"contentType":"text/cql","data":"%s"}]}""".formatted(url, version, Base64.getEncoder().encodeToString(cql.getBytes(StandardCharsets.UTF_8)));
    }
}
