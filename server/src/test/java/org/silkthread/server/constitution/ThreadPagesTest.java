package org.silkthread.server.constitution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.evidence.EvidenceLibrary;
import org.silkthread.server.evidence.Guidance;
import org.silkthread.server.indicators.Catalogue;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.promises.Promise;
import org.silkthread.server.promises.Promises;
import org.springframework.core.env.Environment;

/** Rights, standards, evidence and promises have pages, and their content agrees with the indicators. */
@ServerTest
class ThreadPagesTest {

    private final Browser anyone;
    private final Rights rights;
    private final EvidenceLibrary library;
    private final Promises promises;
    private final Catalogue catalogue;

    ThreadPagesTest(
            Environment environment, Rights rights, EvidenceLibrary library, Promises promises, Catalogue catalogue) {
        this.anyone = Browser.of(environment);
        this.rights = rights;
        this.library = library;
        this.promises = promises;
        this.catalogue = catalogue;
    }

    @Test
    void every_indicator_that_a_right_a_document_or_a_promise_names_is_defined() {
        for (Right right : rights.all()) {
            right.evidence()
                    .forEach(evidence -> assertThat(catalogue.find(evidence.indicator()))
                            .as(right.id() + " names " + evidence.indicator())
                            .isPresent());
        }
        for (Guidance document : library.all()) {
            document.indicators()
                    .forEach(indicator -> assertThat(catalogue.find(indicator))
                            .as(document.id() + " names " + indicator)
                            .isPresent());
        }
        for (Promise promise : promises.all()) {
            promise.figure()
                    .ifPresent(test -> assertThat(catalogue.find(test.indicator()))
                            .as(promise.id() + " names " + test.indicator())
                            .isPresent());
        }
    }

    @Test
    void every_right_and_document_that_an_indicator_names_is_there() {
        for (IndicatorDefinition definition : catalogue.all()) {
            definition
                    .rights()
                    .forEach(right -> assertThat(rights.find(right))
                            .as(definition.id() + " names " + right)
                            .isPresent());
            definition
                    .standards()
                    .forEach(standard -> assertThat(library.find(standard))
                            .as(definition.id() + " names " + standard)
                            .isPresent());
            definition
                    .evidence()
                    .forEach(evidence -> assertThat(library.find(evidence))
                            .as(definition.id() + " names " + evidence)
                            .isPresent());
        }
    }

    @Test
    void every_right_has_a_page_that_says_what_it_means_and_what_to_do() {
        assertThat(anyone.get("/rights").statusCode()).isEqualTo(200);
        for (Right right : rights.all()) {
            assertThat(anyone.get("/rights/" + right.id()).body())
                    .as(right.id())
                    .contains("What it means", "Who must do what", "Does it happen?", "What you can do");
        }
        assertThat(anyone.get("/rights/no-such-right").statusCode()).isEqualTo(404);
        assertThat(anyone.get("/rights/right-to-choice?organisation=NOWHERE").statusCode())
                .isEqualTo(404);
    }

    @Test
    void every_document_has_a_page_and_one_that_is_out_of_date_says_so() {
        for (Guidance document : library.all()) {
            assertThat(anyone.get("/evidence/" + document.id()).body())
                    .as(document.id())
                    .contains(
                            "What good care does", document.citation().address().orElse(""));
        }
        assertThat(anyone.get("/evidence/hip-fracture-standard-2012").body())
                .contains("Replaced", "/evidence/hip-fracture-standard\"");
        assertThat(anyone.get("/evidence/infection-prevention").body()).contains("Past its review date");
        assertThat(anyone.get("/evidence?q=infection&strength=mandatory").body())
                .contains("/evidence/infection-prevention")
                .doesNotContain("/evidence/vte-prevention");
        assertThat(anyone.get("/evidence?strength=whatever").statusCode()).isEqualTo(400);
    }

    @Test
    void every_promise_has_a_page_that_shows_how_its_status_was_worked_out() {
        for (Promise promise : promises.all()) {
            assertThat(anyone.get("/promises/" + promise.id()).body())
                    .as(promise.id())
                    .contains("How we worked this out", "The test:");
        }
        assertThat(anyone.get("/promises?status=late").body())
                .contains("/promises/medical-education-england")
                .doesNotContain("/promises/cquin-framework\"");
        assertThat(anyone.get("/promises?status=kept").body()).contains("/promises/cquin-framework\"");
        assertThat(anyone.get("/promises/no-such-promise").statusCode()).isEqualTo(404);
    }
}
