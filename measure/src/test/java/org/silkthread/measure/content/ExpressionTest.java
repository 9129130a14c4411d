package org.silkthread.measure.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpressionTest {

    private final Content content = empty();

    @Test
    void an_expression_becomes_a_library_with_one_definition() {
        ElmLibrary library = content.expression("1 + 1", ExpressionScope.PLAIN);

        assertThat(library.elm().at("/statements/def/0/name").asString()).isEqualTo(ExpressionScope.DEFINITION);
        assertThat(library.elm().at("/statements/def/0/expression/type").asString())
                .isEqualTo("Add");
    }

    @Test
    void an_expression_may_speak_of_a_patients_data() {
        ElmLibrary library =
                content.expression("exists ([Encounter] E where E.status = 'finished')", ExpressionScope.FHIR);

        assertThat(content.closure(library))
                .extracting(part -> part.name().name())
                .containsExactly("FHIRHelpers", ExpressionScope.LIBRARY);
    }

    @Test
    void an_expression_with_an_error_names_its_line_and_column() {
        assertThatThrownBy(() -> content.expression("1 +\n  nothing", ExpressionScope.FHIR))
                .isInstanceOfSatisfying(
                        InvalidCql.class,
                        invalid -> assertThat(invalid.problems().getFirst().toString())
                                .startsWith("expression:2:3: error: ")
                                .contains("nothing"));
    }

    private static Content empty() {
        try {
            return Content.read(List.of());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
