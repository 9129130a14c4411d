package org.silkthread.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rooms of the server and the floor that each stands on. A new room gets its place here first. */
final class Rooms {

    static final String SERVER = "org.silkthread.server";

    private static final Map<Integer, Set<String>> FLOORS = Map.of(
            1,
                    Set.of(
                            "register",
                            "audit",
                            "disclosure",
                            "calendar",
                            "keys",
                            "logs",
                            "notifications",
                            "search",
                            "tabular",
                            "waits",
                            "web"),
            2, Set.of("identity", "access", "persons", "directory", "requests"),
            3,
                    Set.of(
                            "indicators",
                            "publication",
                            "casework",
                            "panels",
                            "questionnaires",
                            "promises",
                            "measurement",
                            "imports",
                            "feeds",
                            "activity"),
            4,
                    Set.of(
                            "evidence",
                            "choices",
                            "care",
                            "prevention",
                            "safety",
                            "payment",
                            "commissioning",
                            "regulation",
                            "workforce",
                            "constitution",
                            "accounts",
                            "dashboards",
                            "operations",
                            "satisfaction",
                            "improvement",
                            "waiting"));

    /** Packages below a room's root that belong to its face; all others are private to the room. */
    private static final Set<String> OPEN = Set.of(
            SERVER + ".web.chart",
            SERVER + ".web.component",
            SERVER + ".identity.keys",
            SERVER + ".indicators.reading",
            SERVER + ".operations.archive",
            SERVER + ".feeds.hl7",
            SERVER + ".feeds.fhir");

    private Rooms() {}

    /** The room of a class; empty for the application's own few classes and for everything outside the server. */
    static Optional<String> room(JavaClass javaClass) {
        String name = javaClass.getPackageName();
        if (!name.startsWith(SERVER + ".")) {
            return Optional.empty();
        }
        return Optional.of(
                List.of(name.substring(SERVER.length() + 1).split("\\.")).getFirst());
    }

    /** The floor of a room; empty if nobody gave it one. */
    static Optional<Integer> floor(String room) {
        return FLOORS.entrySet().stream()
                .filter(floor -> floor.getValue().contains(room))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static boolean isPrivate(JavaClass javaClass) {
        String name = javaClass.getPackageName();
        return room(javaClass)
                .filter(room -> !name.equals(SERVER + "." + room))
                .filter(room -> !OPEN.contains(name))
                .isPresent();
    }
}
