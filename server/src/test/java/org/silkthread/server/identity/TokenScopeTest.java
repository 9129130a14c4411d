package org.silkthread.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.silkthread.server.identity.SmartScope.Interaction;

class TokenScopeTest {

    private static final TokenScope READING_REPORTS =
            new TokenScope.UseFhir(SmartScope.needed("MeasureReport", Interaction.READ, Interaction.SEARCH));

    @Test
    void every_scope_is_read_and_written_alike() {
        for (String text : new String[] {
            "figures:read",
            "calculations:run",
            "import:nhs-ae-monthly",
            "system/*.rs",
            "user/Measure.cruds",
            "patient/Observation.r?category=laboratory",
            "user/MeasureReport.s"
        }) {
            assertThat(TokenScope.parse(text).text()).isEqualTo(text);
        }
    }

    @Test
    void what_is_not_a_scope_is_refused() {
        for (String text : new String[] {
            "",
            "figures",
            "figures:write",
            "import:",
            "import:../etc",
            "system/Measure",
            "system/Measure.",
            "system/Measure.sr",
            "system/Measure.rr",
            "system/measure.r",
            "group/Measure.r",
            "system/Measure.r?",
            "system/Measure.r?a b",
            "system/**.r",
            "openid"
        }) {
            assertThatThrownBy(() -> TokenScope.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_scope_of_the_first_version_of_smart_is_refused_with_what_to_write() {
        assertThatThrownBy(() -> TokenScope.parse("user/Measure.read")).hasMessageContaining(".rs instead of .read");
    }

    @Test
    void a_scope_gives_what_it_names_and_nothing_more() {
        assertThat(gives("system/*.rs")).isTrue();
        assertThat(gives("user/MeasureReport.cruds")).isTrue();
        assertThat(gives("user/MeasureReport.r")).isFalse();
        assertThat(gives("user/Measure.rs")).isFalse();
        assertThat(gives("figures:read")).isFalse();
        assertThat(TokenScope.parse("import:organisations").gives(TokenScope.parse("import:ods-trusts")))
                .isFalse();
    }

    @Test
    void a_scope_that_limits_itself_to_a_patient_or_by_a_query_gives_nothing_that_cannot_keep_to_the_limit() {
        assertThat(gives("patient/*.cruds")).isFalse();
        assertThat(gives("system/MeasureReport.rs?status=complete")).isFalse();
    }

    private static boolean gives(String held) {
        return TokenScope.parse(held).gives(READING_REPORTS);
    }
}
