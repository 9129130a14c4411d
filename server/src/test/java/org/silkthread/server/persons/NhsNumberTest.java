package org.silkthread.server.persons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Check 34 of the security checks. */
class NhsNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"943 476 5919", "943-476-5919", "9434765919", " 943 476 5919 ", "943\u00a0476\u00a05919"})
    void check_34_a_number_is_read_however_people_write_it(String typed) {
        assertThat(NhsNumber.read(typed)).isEqualTo(new NhsNumber.Accepted(new NhsNumber("9434765919")));
    }

    @ParameterizedTest
    @CsvSource({
        "943 476 5918, WRONG_CHECK_DIGIT",
        "999 123 4567, NEVER_GIVEN_OUT",
        "943 476 591, TOO_SHORT",
        "943 476 59190, TOO_LONG",
        "943 476 591X, NOT_DIGITS",
        "QQ 12 34 56 C, NATIONAL_INSURANCE_NUMBER",
        "qq123456c, NATIONAL_INSURANCE_NUMBER",
        "'', NOTHING"
    })
    void check_34_what_is_no_number_is_refused_with_what_is_wrong(String typed, NhsNumber.Fault fault) {
        assertThat(NhsNumber.read(typed)).isEqualTo(new NhsNumber.Refused(fault));
    }

    @Test
    void check_34_a_national_insurance_number_is_called_by_its_name() {
        assertThat(NhsNumber.Fault.NATIONAL_INSURANCE_NUMBER.words()).contains("National Insurance number");
    }

    @Test
    void digits_of_other_scripts_are_no_digits() {
        assertThat(NhsNumber.read("٩٤٣٤٧٦٥٩١٩")).isEqualTo(new NhsNumber.Refused(NhsNumber.Fault.NOT_DIGITS));
    }

    @Test
    void one_wrong_digit_or_two_neighbours_swapped_are_always_found() {
        String right = "9434765919";
        for (int place = 0; place < 10; place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != right.charAt(place)) {
                    String wrong = right.substring(0, place) + digit + right.substring(place + 1);
                    assertThat(NhsNumber.read(wrong)).as(wrong).isInstanceOf(NhsNumber.Refused.class);
                }
            }
            if (place > 0 && right.charAt(place) != right.charAt(place - 1)) {
                String swapped = right.substring(0, place - 1)
                        + right.charAt(place)
                        + right.charAt(place - 1)
                        + right.substring(place + 1);
                assertThat(NhsNumber.read(swapped)).as(swapped).isInstanceOf(NhsNumber.Refused.class);
            }
        }
    }

    @Test
    void a_number_never_says_itself_where_it_could_reach_a_log() {
        NhsNumber number = new NhsNumber("9434765919");

        assertThat(number.toString()).doesNotContain("943");
        assertThat(number.shown()).isEqualTo("943 476 5919");
        assertThat(number.ending()).isEqualTo("5919");
        assertThatThrownBy(() -> new NhsNumber("9434765918")).hasMessageNotContaining("9434765918");
    }
}
