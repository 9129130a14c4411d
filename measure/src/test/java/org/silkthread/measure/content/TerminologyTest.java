package org.silkthread.measure.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkthread.measure.value.Code;

class TerminologyTest {

    private static final String ANIMALS = """
            {"resourceType":"CodeSystem","url":"urn:animals","content":"complete","concept":[
             {"code":"animal","concept":[
               {"code":"dog","property":[{"code":"legs","valueInteger":4}],"concept":[{"code":"poodle"}]},
               {"code":"bird","property":[{"code":"legs","valueInteger":2}]}]},
             {"code":"swan","property":[{"code":"parent","valueCode":"bird"}]}]}
            """;

    @TempDir
    Path folder;

    private int files;

    @Test
    void nested_entries_are_members_and_abstract_ones_are_not() throws IOException {
        valueSet("""
                "url":"urn:v","expansion":{"contains":[
                 {"system":"urn:s","code":"group","abstract":true,"contains":[
                   {"system":"urn:s","code":"a"},{"system":"urn:s","code":"b","inactive":true}]},
                 {"display":"heading","contains":[{"system":"urn:s","code":"c"}]}]}""");

        assertThat(codes("urn:v", "")).contains(List.of("a", "b", "c"));
    }

    @Test
    void versions_are_told_apart_and_the_latest_is_meant_without_one() throws IOException {
        valueSet(expansion("urn:v", "20190315", "old"));
        valueSet(expansion("urn:v", "20210220", "new"));

        assertThat(codes("urn:v", "20190315")).contains(List.of("old"));
        assertThat(codes("urn:v|20190315", "")).contains(List.of("old"));
        assertThat(codes("urn:v", "")).contains(List.of("new"));
        assertThat(codes("urn:v", "2000")).isEmpty();
    }

    @Test
    void an_oid_is_the_same_in_every_form() throws IOException {
        valueSet(expansion("http://cts.nlm.nih.gov/fhir/ValueSet/2.16.840.1.113883.3.464", "", "a"));
        valueSet(expansion("http://example.org/ValueSet/named", "", "b")
                .replace("\"url\"", "\"identifier\":[{\"value\":\"urn:oid:1.2.3.4.5\"}],\"url\""));

        assertThat(codes("urn:oid:2.16.840.1.113883.3.464", "")).contains(List.of("a"));
        assertThat(codes("2.16.840.1.113883.3.464", "")).contains(List.of("a"));
        assertThat(codes("urn:oid:1.2.3.4.5", "")).contains(List.of("b"));
    }

    @Test
    void an_expansion_that_lists_fewer_codes_than_its_total_is_reported() throws IOException {
        valueSet(
                "\"url\":\"urn:v\",\"expansion\":{\"total\":2500,\"contains\":[{\"system\":\"urn:s\",\"code\":\"a\"}]}");

        Content content = content();
        assertThat(content.terminology().expansion("urn:v", "").orElseThrow()).hasSize(1);
        assertThat(content.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("1 of 2500"));
    }

    @Test
    void a_cut_expansion_is_not_needed_where_the_definition_lists_all_codes() throws IOException {
        valueSet("""
                "url":"urn:v","expansion":{"total":2,"contains":[{"system":"urn:s","code":"a"}]},
                "compose":{"include":[{"system":"urn:s","concept":[{"code":"a"},{"code":"b"}]}]}""");

        assertThat(codes("urn:v", "")).contains(List.of("a", "b"));
        assertThat(content().problems()).isEmpty();
    }

    @Test
    void of_two_expansions_the_whole_one_counts() throws IOException {
        valueSet("\"url\":\"urn:v\",\"expansion\":{\"total\":2,\"contains\":[{\"system\":\"urn:s\",\"code\":\"a\"}]}");
        valueSet("""
                "url":"urn:v","expansion":{"total":2,"contains":[
                 {"system":"urn:s","code":"a"},{"system":"urn:s","code":"b"}]}""");

        assertThat(codes("urn:v", "")).contains(List.of("a", "b"));
    }

    @Test
    void definitions_combine_lists_value_sets_and_exclusions() throws IOException {
        valueSet(expansion("urn:other", "", "b"));
        valueSet("""
                "url":"urn:v","compose":{
                 "include":[{"system":"urn:s","concept":[{"code":"a"},{"code":"c"}]},{"valueSet":["urn:other"]}],
                 "exclude":[{"system":"urn:s","concept":[{"code":"c"}]}]}""");
        valueSet("""
                "url":"urn:both","compose":{"include":[{"valueSet":["urn:v","urn:other"]}]}""");

        assertThat(codes("urn:v", "")).contains(List.of("a", "b"));
        assertThat(codes("urn:both", "")).contains(List.of("b"));
    }

    @Test
    void filters_select_from_a_whole_code_system() throws IOException {
        write(ANIMALS);
        valueSet(filtered("urn:all", ""));
        valueSet(filtered("urn:birds", "{\"property\":\"concept\",\"op\":\"is-a\",\"value\":\"bird\"}"));
        valueSet(filtered("urn:below", "{\"property\":\"concept\",\"op\":\"descendent-of\",\"value\":\"dog\"}"));
        valueSet(filtered("urn:legs", "{\"property\":\"legs\",\"op\":\"=\",\"value\":\"4\"}"));

        assertThat(codes("urn:all", "")).contains(List.of("animal", "dog", "poodle", "bird", "swan"));
        assertThat(codes("urn:birds", "")).contains(List.of("bird", "swan"));
        assertThat(codes("urn:below", "")).contains(List.of("poodle"));
        assertThat(codes("urn:legs", "")).contains(List.of("dog"));
    }

    @Test
    void a_definition_that_needs_an_absent_code_system_is_an_error() throws IOException {
        valueSet(filtered("urn:v", "{\"property\":\"concept\",\"op\":\"is-a\",\"value\":\"bird\"}"));

        Content content = content();
        assertThat(content.terminology().expansion("urn:v", "")).isEmpty();
        assertThat(content.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
            assertThat(problem.message()).contains("urn:animals");
        });
    }

    @Test
    void value_sets_that_refer_to_one_another_end_in_an_error() throws IOException {
        valueSet("\"url\":\"urn:v\",\"compose\":{\"include\":[{\"valueSet\":[\"urn:w\"]}]}");
        valueSet("\"url\":\"urn:w\",\"compose\":{\"include\":[{\"valueSet\":[\"urn:v\"]}]}");

        assertThat(codes("urn:v", "")).isEmpty();
    }

    @Test
    void a_code_subsumes_itself_and_what_lies_below() throws IOException {
        write(ANIMALS);
        Terminology terminology = content().terminology();

        assertThat(terminology.subsumes(animal("animal"), animal("swan"))).isTrue();
        assertThat(terminology.subsumes(animal("swan"), animal("swan"))).isTrue();
        assertThat(terminology.subsumes(animal("swan"), animal("animal"))).isFalse();
        assertThat(terminology.inCodeSystem("poodle", "urn:animals", "")).isTrue();
        assertThat(terminology.inCodeSystem("cat", "urn:animals", "")).isFalse();
    }

    private static Code animal(String code) {
        return new Code(code, "urn:animals", null, null);
    }

    private static String expansion(String url, String version, String code) {
        return "\"url\":\"" + url + "\"" + (version.isEmpty() ? "" : ",\"version\":\"" + version + "\"")
                + ",\"expansion\":{\"contains\":[{\"system\":\"urn:s\",\"code\":\"" + code + "\"}]}";
    }

    private static String filtered(String url, String filter) {
        return "\"url\":\"" + url + "\",\"compose\":{\"include\":[{\"system\":\"urn:animals\""
                + (filter.isEmpty() ? "" : ",\"filter\":[" + filter + "]") + "}]}";
    }

    private Optional<List<String>> codes(String valueSet, String version) throws IOException {
        return content()
                .terminology()
                .expansion(valueSet, version)
                .map(codes -> codes.stream().map(Code::code).toList());
    }

    private Content content() throws IOException {
        return Content.read(List.of(folder));
    }

    private void valueSet(String fields) throws IOException {
        write("{\"resourceType\":\"ValueSet\"," + fields + "}");
    }

    private void write(String json) throws IOException {
        files++;
        Files.writeString(folder.resolve("resource" + files + ".json"), json);
    }
}
