package org.silkthread.server.satisfaction;

import java.time.Instant;
import java.util.UUID;

/**
 * A place where patients say how it was: one screen, or one link that is handed out.
 *
 * @param organisation the code of the organisation
 * @param department its department, written as on the department's dashboard
 * @param question what the screen asks
 * @param open whether it takes answers; a closed one is never opened again
 */
public record CollectionPoint(
        UUID id, String organisation, String department, String question, Instant openedAt, boolean open) {}
