package org.silkthread.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.disclosure.Disclosure;
import org.silkthread.server.disclosure.Released;
import org.silkthread.server.disclosure.SmallNumbers;
import org.silkthread.server.disclosure.Undisclosed;

/** What keeps exact counts out of everything that readers get. The rest is done by types that only one room can make. */
final class DisclosureConditions {

    /** Who may ask the gate for what, each for the reason in its own Javadoc. */
    private static final Map<String, Set<String>> AT_THE_GATE = Map.of(
            "asItIs", Set.of("indicators.rollup.Rollup"),
            "again", Set.of("indicators.FrozenFigure$PublicForm"),
            "to", Set.of("indicators.Ledger", "indicators.Cuts"),
            "release", Set.of("payment.CquinStatements", "measurement.Calculations", "measurement.PopulationMeasures"));

    /** Who may say that a reader acts for an organisation: from a post, or as the organisation itself. */
    private static final Set<String> KNOW_THE_READER = Set.of(
            "indicators.reading.Reader", "measurement.CalculationAccess", "payment.web.Side", "regulation.Recomputing");

    private DisclosureConditions() {}

    /** Pages, files, charts, documents and replies are made here. */
    static boolean draws(JavaClass javaClass) {
        String name = javaClass.getPackageName();
        return name.startsWith(Rooms.SERVER + ".")
                && Set.of(name.split("\\.")).stream().anyMatch(Set.of("web", "reading")::contains);
    }

    static ArchCondition<JavaClass> getExactCountsOnlyReleased() {
        return access("get exact counts only released", DisclosureConditions::isOpenToReaders);
    }

    static ArchCondition<JavaClass> passTheGateOnlyWhereItIsGuarded() {
        return access("pass the gate only where it is guarded", DisclosureConditions::isGuarded);
    }

    private static boolean isOpenToReaders(JavaCodeUnitAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        Optional<? extends JavaCodeUnit> target = access.getTarget().resolveMember();
        if (draws(owner) || target.isEmpty()) {
            return true;
        }
        if (target.get() instanceof JavaConstructor) {
            return !isExact(owner);
        }
        Set<JavaClass> given = target.get().getReturnType().getAllInvolvedRawTypes();
        return isInsideOfExact(owner)
                || given.stream().noneMatch(DisclosureConditions::isExact)
                || given.stream().anyMatch(type -> type.isEquivalentTo(Released.class));
    }

    private static boolean isExact(JavaClass javaClass) {
        return javaClass.isAssignableTo(Undisclosed.class);
    }

    private static boolean isInsideOfExact(JavaClass javaClass) {
        return isExact(javaClass)
                || javaClass
                        .getEnclosingClass()
                        .filter(DisclosureConditions::isInsideOfExact)
                        .isPresent();
    }

    private static boolean isGuarded(JavaCodeUnitAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        JavaClass caller = access.getOriginOwner();
        if (caller.getPackageName().equals(Disclosure.class.getPackageName())) {
            return true;
        }
        if (owner.isEquivalentTo(SmallNumbers.class)) {
            return isOneOf(
                    Set.of("indicators.rollup.Rollup", "satisfaction.Satisfaction", "dashboards.web.PublicWords"),
                    caller);
        }
        if (owner.isEquivalentTo(Disclosure.class)) {
            return isOneOf(AT_THE_GATE.getOrDefault(access.getTarget().getName(), Set.of()), caller);
        }
        return !owner.isEquivalentTo(Audience.Members.class)
                || !access.getTarget().getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                || isOneOf(KNOW_THE_READER, caller);
    }

    private static boolean isOneOf(Set<String> classes, JavaClass caller) {
        String name = caller.getName();
        return name.startsWith(Rooms.SERVER + ".") && classes.contains(name.substring(Rooms.SERVER.length() + 1));
    }

    private static ArchCondition<JavaClass> access(String description, Predicate<JavaCodeUnitAccess<?>> allowed) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (JavaCodeUnitAccess<?> access : item.getCodeUnitAccessesFromSelf()) {
                    if (!allowed.test(access)) {
                        events.add(SimpleConditionEvent.violated(item, access.getDescription()));
                    }
                }
            }
        };
    }
}
