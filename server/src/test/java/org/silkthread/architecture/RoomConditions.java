package org.silkthread.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.function.Predicate;

/** What a class in a room keeps to. */
final class RoomConditions {

    private RoomConditions() {}

    static ArchCondition<JavaClass> liveInARoomWithAFloor() {
        return new ArchCondition<>("live in a room that has a floor") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                Rooms.room(item)
                        .filter(room -> Rooms.floor(room).isEmpty())
                        .ifPresent(room -> events.add(SimpleConditionEvent.violated(
                                item, item.getName() + " is in '" + room + "', which no floor in Rooms names")));
            }
        };
    }

    static ArchCondition<JavaClass> useOnlyTheirOwnFloorAndThoseBelow() {
        return dependOnlyOn("use only their own floor and those below", dependency -> {
            Optional<Integer> from = Rooms.room(dependency.getOriginClass()).flatMap(Rooms::floor);
            Optional<Integer> to = Rooms.room(dependency.getTargetClass()).flatMap(Rooms::floor);
            return from.isEmpty() || to.isEmpty() || to.get() <= from.get();
        });
    }

    static ArchCondition<JavaClass> enterOtherRoomsByTheirFaceOnly() {
        return dependOnlyOn(
                "enter other rooms by their face only",
                dependency -> !Rooms.isPrivate(dependency.getTargetClass())
                        || Rooms.room(dependency.getOriginClass()).equals(Rooms.room(dependency.getTargetClass())));
    }

    static ArchCondition<JavaClass> readOnlyTheTablesOfTheirRoomAndOnlyInItsStore() {
        String schema = "org.silkthread.schema.";
        return dependOnlyOn("read only the tables of their room, and only in its store", dependency -> {
            String target = dependency.getTargetClass().getPackageName();
            if (!target.startsWith(schema)) {
                return true;
            }
            String room = target.substring(schema.length()).split("\\.")[0];
            String store = Rooms.SERVER + "." + room + ".store";
            String origin = dependency.getOriginClass().getPackageName();
            return origin.equals(store) || origin.startsWith(store + ".");
        });
    }

    static ArchCondition<JavaClass> askTheClockForTheTime() {
        return new ArchCondition<>("ask the clock bean for the time") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (JavaMethodCall call : item.getMethodCallsFromSelf()) {
                    String owner = call.getTargetOwner().getPackageName();
                    boolean withClock = call.getTarget().getRawParameterTypes().stream()
                            .anyMatch(type -> type.getName().equals("java.time.Clock"));
                    boolean asksTheSystem = owner.equals("java.time")
                            && (call.getName().equals("now") && !withClock
                                    || call.getName().startsWith("system")
                                            && call.getTargetOwner()
                                                    .getSimpleName()
                                                    .equals("Clock"));
                    if (asksTheSystem || call.getName().equals("currentTimeMillis")) {
                        events.add(SimpleConditionEvent.violated(item, call.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> dependOnlyOn(String description, Predicate<Dependency> allowed) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    if (!allowed.test(dependency)) {
                        events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
