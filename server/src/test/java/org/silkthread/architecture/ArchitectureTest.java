package org.silkthread.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.silkthread.server.SilkthreadServer;
import org.silkthread.server.audit.LooksUp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.core.ApplicationModules;

/** The rules of docs/architecture.md over the classes of the server, and over those it is built on. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.silkthread.server", "org.silkthread.methods", "org.silkthread.database");

    private static final DescribedPredicate<JavaClass> SERVER = resideInAPackage("org.silkthread.server..");

    @TestFactory
    Stream<DynamicTest> the_house_keeps_its_rules() {
        return Stream.of(
                        classes().that(SERVER).should(RoomConditions.liveInARoomWithAFloor()),
                        classes().that(SERVER).should(RoomConditions.useOnlyTheirOwnFloorAndThoseBelow()),
                        slices().matching("org.silkthread.server.(*)..")
                                .should()
                                .beFreeOfCycles(),
                        classes().that(SERVER).should(RoomConditions.enterOtherRoomsByTheirFaceOnly()),
                        classes().that(SERVER).should(RoomConditions.readOnlyTheTablesOfTheirRoomAndOnlyInItsStore()),
                        classes()
                                .that(SERVER.and(DescribedPredicate.not(simpleName("ClockConfiguration"))))
                                .should(RoomConditions.askTheClockForTheTime()),
                        noClasses()
                                .that()
                                .resideInAPackage("org.silkthread.methods..")
                                .should()
                                .dependOnClassesThat(resideInAPackage("org.silkthread..")
                                        .and(DescribedPredicate.not(resideInAPackage("org.silkthread.methods.."))))
                                .orShould()
                                .dependOnClassesThat()
                                .resideInAPackage("org.springframework.."),
                        noClasses()
                                .that()
                                .resideInAPackage("org.silkthread.database..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "org.silkthread.server..", "org.silkthread.methods..", "org.springframework.."),
                        noFields().should().beAnnotatedWith(Autowired.class),
                        noFields().should().beAnnotatedWith(Value.class),
                        noClasses()
                                .should()
                                .dependOnClassesThat()
                                .haveFullyQualifiedName("java.util.Date")
                                .orShould()
                                .dependOnClassesThat()
                                .haveFullyQualifiedName("java.util.Calendar")
                                .orShould()
                                .dependOnClassesThat()
                                .haveFullyQualifiedName("java.text.SimpleDateFormat"),
                        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS)
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(HOUSE)));
    }

    @Test
    void spring_modulith_finds_the_same_rooms_whole() {
        ApplicationModules.of(SilkthreadServer.class).verify();
    }

    @Test
    void every_package_says_in_a_sentence_what_it_is_and_that_nothing_in_it_is_null() {
        List<String> unmarked = HOUSE.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(javaPackage -> !javaPackage.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();
        assertThat(unmarked).isEmpty();
    }

    /** The rules above would also hold over nothing at all; this shows that they can fail. */
    @Test
    void a_class_that_breaks_the_rules_is_found() {
        JavaClasses guilty = new ClassFileImporter().importClasses(LooksUp.class);
        for (ArchCondition<JavaClass> condition : List.of(
                RoomConditions.useOnlyTheirOwnFloorAndThoseBelow(),
                RoomConditions.enterOtherRoomsByTheirFaceOnly(),
                RoomConditions.readOnlyTheTablesOfTheirRoomAndOnlyInItsStore(),
                RoomConditions.askTheClockForTheTime())) {
            assertThat(classes().should(condition).evaluate(guilty).hasViolation())
                    .as(condition.getDescription())
                    .isTrue();
        }
        assertThat(HOUSE.size()).isGreaterThan(100);
    }
}
