package org.silkthread.measure.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkthread.measure.SharedData;
import tools.jackson.databind.JsonNode;

class PublishedContentTest {

    @Test
    void published_measures_bring_their_libraries_and_value_sets_without_errors(@TempDir Path cache)
            throws IOException {
        Path folder = SharedData.require("acceptance/dqm");
        Content first = Content.read(List.of(folder), cache);

        assertThat(first.measures()).hasSize(34);
        for (JsonNode measure : first.measures()) {
            LibraryName main = first.libraryOf(measure).orElseThrow();
            assertThat(first.closure(main).getLast().name()).isEqualTo(main);
        }
        assertThat(first.problems())
                .filteredOn(problem -> problem.severity() == Problem.Severity.ERROR)
                .isEmpty();
        Content again = Content.read(List.of(folder), cache);
        first.libraryNames().forEach(name -> assertThat(again.library(name)).isEqualTo(first.library(name)));
        assertThat(again.problems()).containsExactlyInAnyOrderElementsOf(first.problems());
    }
}
