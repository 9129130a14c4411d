package org.silkthread.measure.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.silkthread.measure.plan.LibraryScope.Included;
import tools.jackson.databind.JsonNode;

/** The scopes of all libraries of a plan, by name and version. */
final class Libraries {

    private final Map<String, LibraryScope> byName = new LinkedHashMap<>();

    void add(LibraryScope scope) {
        byName.put(scope.name + "|" + scope.version, scope);
        byName.putIfAbsent(scope.name, scope);
    }

    /** The library that a reference names by its local alias; the library itself when it names none. */
    LibraryScope of(LibraryScope from, JsonNode reference) {
        String alias = reference.path("libraryName").asString("");
        if (alias.isEmpty()) {
            return from;
        }
        Included included = from.includes.get(alias);
        if (included == null) {
            throw new PlanException(from.name + ": no library is included as " + alias);
        }
        LibraryScope scope =
                included.version().isEmpty() ? null : byName.get(included.name() + "|" + included.version());
        if (scope == null) {
            scope = byName.get(included.name());
        }
        if (scope == null) {
            throw new PlanException(from.name + ": the library " + included.name() + " " + included.version()
                    + " is included and missing");
        }
        return scope;
    }
}
