package org.silkthread.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Lines in whole pence that always add up. */
class LargestRemainderTest {

    @Property
    void the_lines_add_up_to_the_rounded_total(@ForAll("amounts") List<Fraction> exact) {
        List<Money> lines = LargestRemainder.allocate(exact);

        BigInteger rounded =
                exact.stream().reduce(Fraction.ZERO, Fraction::plus).nearest();
        assertThat(lines.stream().mapToLong(Money::pence).sum()).isEqualTo(rounded.longValueExact());
    }

    @Property
    void no_line_moves_by_a_penny_or_more(@ForAll("amounts") List<Fraction> exact) {
        List<Money> lines = LargestRemainder.allocate(exact);

        for (int i = 0; i < lines.size(); i++) {
            Fraction moved = Fraction.of(lines.get(i).pence()).minus(exact.get(i));
            assertThat(moved).isGreaterThan(Fraction.of(-1)).isLessThan(Fraction.ONE);
        }
    }

    @Property
    void a_line_in_whole_pence_stays_as_it_is(@ForAll("amounts") List<Fraction> exact) {
        List<Money> lines = LargestRemainder.allocate(exact);

        for (int i = 0; i < lines.size(); i++) {
            if (exact.get(i).denominator().equals(BigInteger.ONE)) {
                assertThat(BigInteger.valueOf(lines.get(i).pence()))
                        .isEqualTo(exact.get(i).numerator());
            }
        }
    }

    @Test
    void a_pound_in_three_gives_the_spare_penny_to_the_first_line() {
        Fraction third = Fraction.of(100).dividedBy(Fraction.of(3));

        assertThat(LargestRemainder.allocate(List.of(third, third, third)))
                .containsExactly(new Money(34), new Money(33), new Money(33));
    }

    @Provide
    Arbitrary<List<Fraction>> amounts() {
        Arbitrary<Fraction> amount = Combinators.combine(
                        Arbitraries.longs().between(0, 1_000_000_000L),
                        Arbitraries.longs().between(1, 1000))
                .as((pence, parts) -> Fraction.of(pence).dividedBy(Fraction.of(parts)));
        return amount.list().ofMinSize(1).ofMaxSize(30);
    }
}
