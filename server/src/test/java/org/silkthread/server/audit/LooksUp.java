package org.silkthread.server.audit;

import java.time.Instant;
import org.jooq.Table;
import org.silkthread.schema.register.Tables;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.register.store.Loaded;

/** Breaks the rules of the house, so that the tests of the rules can show that they find it. */
public record LooksUp(SignedIn roomAbove, Loaded<?> privateOfAnotherRoom) {

    public Table<?> tableOfAnotherRoom() {
        return Tables.ENTRY;
    }

    public Instant timeOfTheSystem() {
        return Instant.now();
    }
}
