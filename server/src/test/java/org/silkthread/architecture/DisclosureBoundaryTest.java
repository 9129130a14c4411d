package org.silkthread.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.silkthread.server.disclosure.PublishedCount;
import org.silkthread.server.disclosure.PublishedValue;
import org.silkthread.server.disclosure.Released;
import org.silkthread.server.disclosure.Undisclosed;
import org.silkthread.server.indicators.web.DrawsExactCounts;

/** A count gets out of the service through the room 'disclosure' or not at all. */
class DisclosureBoundaryTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(Rooms.SERVER);

    private static final DescribedPredicate<JavaClass> DRAWING =
            DescribedPredicate.describe("draw for readers", DisclosureConditions::draws);

    @Test
    void what_is_drawn_for_readers_gets_exact_counts_only_released() {
        classes()
                .that(DRAWING)
                .should(DisclosureConditions.getExactCountsOnlyReleased())
                .check(HOUSE);
    }

    @Test
    void the_gate_is_passed_only_where_it_is_guarded() {
        classes().should(DisclosureConditions.passTheGateOnlyWhereItIsGuarded()).check(HOUSE);
    }

    @Test
    void nobody_but_the_room_of_disclosure_can_make_a_published_count_or_value() {
        for (Class<?> made : Set.of(
                PublishedCount.class, PublishedValue.Shown.class, PublishedValue.Withheld.class, Released.class)) {
            JavaClass published = HOUSE.get(made);
            assertThat(published.getModifiers()).contains(JavaModifier.FINAL);
            assertThat(published.getConstructors())
                    .isNotEmpty()
                    .noneMatch(constructor -> constructor.getModifiers().contains(JavaModifier.PUBLIC)
                            || constructor.getModifiers().contains(JavaModifier.PROTECTED));
        }
        assertThat(PublishedValue.class.isSealed()).isTrue();
    }

    /** The rules above would also hold over nothing at all; this shows that they can fail. */
    @Test
    void a_page_that_takes_exact_counts_or_makes_its_own_is_found() {
        JavaClasses guilty = new ClassFileImporter().importClasses(DrawsExactCounts.class);
        assertThat(faults(DisclosureConditions.getExactCountsOnlyReleased(), guilty))
                .anyMatch(fault -> fault.contains("Cuts.exact("))
                .anyMatch(fault -> fault.contains("ExactCounts.<init>("))
                .hasSize(2);
        assertThat(faults(DisclosureConditions.passTheGateOnlyWhereItIsGuarded(), guilty))
                .anyMatch(fault -> fault.contains("Audience$Members.<init>("))
                .anyMatch(fault -> fault.contains("Disclosure.to("))
                .anyMatch(fault -> fault.contains("SmallNumbers.cell("))
                .hasSize(3);
        assertThat(HOUSE.stream().filter(DRAWING).count()).isGreaterThan(100);
        assertThat(HOUSE.stream().filter(found -> found.isAssignableTo(Undisclosed.class)))
                .hasSizeGreaterThan(5);
    }

    private static List<String> faults(ArchCondition<JavaClass> condition, JavaClasses guilty) {
        return classes().should(condition).evaluate(guilty).getFailureReport().getDetails();
    }
}
