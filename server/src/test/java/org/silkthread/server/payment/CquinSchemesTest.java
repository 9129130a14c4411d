package org.silkthread.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;
import org.silkthread.server.calendar.FinancialYear;

/** The scheme's rules, as they are shipped. */
@ServerTest
class CquinSchemesTest {

    private final CquinSchemes schemes;

    CquinSchemesTest(CquinSchemes schemes) {
        this.schemes = schemes;
    }

    @Test
    void the_first_year_pays_half_a_per_cent_for_sending_data() {
        CquinScheme scheme = schemes.find(new FinancialYear(2009)).orElseThrow();

        assertThat(scheme.contractPercentage().value()).isEqualByComparingTo("0.5");
        assertThat(scheme.pays().basis()).isEqualTo(CquinScheme.Basis.SUBMISSION);
    }

    @Test
    void every_later_year_pays_for_outcomes() {
        assertThat(schemes.all()).hasSizeGreaterThan(10).allSatisfy(scheme -> {
            if (scheme.financialYear().startYear() > 2009) {
                assertThat(scheme.pays().basis()).isEqualTo(CquinScheme.Basis.OUTCOME);
            }
        });
        assertThat(schemes.find(new FinancialYear(2010))
                        .orElseThrow()
                        .contractPercentage()
                        .value())
                .isEqualByComparingTo("1.5");
    }

    @Test
    void every_number_names_its_source_and_an_assumption_says_so() {
        assertThat(schemes.all()).allSatisfy(scheme -> {
            assertThat(scheme.contractPercentage().source()).isNotBlank();
            assertThat(scheme.pays().source()).isNotBlank();
        });
        assertThat(schemes.find(new FinancialYear(2024)).orElseThrow().assumes())
                .isTrue();
        assertThat(schemes.find(new FinancialYear(2010)).orElseThrow().assumes())
                .isFalse();
    }

    @Test
    void the_years_in_which_the_scheme_was_suspended_have_no_rules() {
        assertThat(schemes.find(new FinancialYear(2020))).isEmpty();
        assertThat(schemes.find(new FinancialYear(2021))).isEmpty();
    }
}
