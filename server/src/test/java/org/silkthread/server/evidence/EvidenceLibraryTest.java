package org.silkthread.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silkthread.server.ServerTest;

/** The library of standards and evidence, as it is shipped. */
@ServerTest
class EvidenceLibraryTest {

    private final EvidenceLibrary library;

    EvidenceLibraryTest(EvidenceLibrary library) {
        this.library = library;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emergency-care-crowding",
                "hip-fracture-standard",
                "vte-prevention",
                "infection-prevention",
                "patient-experience-standard",
                "elective-hip-knee",
                "diabetes-care-processes"
            })
    void the_documents_that_indicators_name_are_there_with_a_statement_and_a_public_address(String id) {
        Guidance document = library.find(id).orElseThrow();

        assertThat(document.goodCare()).isNotEmpty();
        assertThat(document.citation().address()).isPresent();
    }

    @Test
    void no_id_stands_for_both_a_standard_and_a_piece_of_evidence() {
        assertThat(library.all()).extracting(Guidance::id).doesNotHaveDuplicates();
    }

    @Test
    void a_search_finds_documents_that_hold_all_its_words_anywhere() {
        assertThat(library.search("hip operation", Optional.empty()))
                .extracting(Guidance::id)
                .contains("hip-fracture-standard")
                .doesNotContain("vte-prevention");
        assertThat(library.search("Zanzibar", Optional.empty())).isEmpty();
    }

    @Test
    void a_search_can_be_kept_to_what_services_must_follow() {
        List<Guidance> mandatory = library.search("", Optional.of(Guidance.Strength.MANDATORY));

        assertThat(mandatory).isNotEmpty().allMatch(document -> document.strength() == Guidance.Strength.MANDATORY);
        assertThat(mandatory.size()).isLessThan(library.all().size());
    }

    @Test
    void a_document_is_out_of_date_from_the_day_after_its_review_date() {
        Guidance document = library.find("vte-prevention").orElseThrow();
        LocalDate review = document.reviewBy();

        assertThat(document.freshnessOn(review)).isInstanceOf(Freshness.Current.class);
        assertThat(document.freshnessOn(review.plusDays(1))).isEqualTo(new Freshness.PastReview(review));
    }

    @Test
    void a_document_that_was_replaced_names_the_one_that_took_its_place_and_that_one_exists() {
        Guidance old = library.find("hip-fracture-standard-2012").orElseThrow();

        assertThat(old.freshnessOn(old.effectiveFrom())).isEqualTo(new Freshness.Superseded("hip-fracture-standard"));
        assertThat(library.all())
                .allSatisfy(document -> document.supersededBy()
                        .ifPresent(newer -> assertThat(library.find(newer)).isPresent()));
    }
}
