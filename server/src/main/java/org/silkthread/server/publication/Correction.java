package org.silkthread.server.publication;

import java.time.Instant;
import java.util.Optional;
import org.silkthread.server.audit.Actor;

/**
 * A correction that stands beside what was signed; the signed words and figures stay as they were.
 *
 * @param number counts a publication's corrections from 1
 * @param about what is corrected: a section's key or a figure's code
 * @param words what is right
 * @param reason why it was wrong
 * @param figures a cut of its own with the corrected figure, when a figure is corrected
 * @param by who wrote it
 * @param signedBy who signed it, a second person
 * @param at when it was signed, which is when everybody could read it
 */
public record Correction(
        int number,
        String about,
        String words,
        String reason,
        Optional<FrozenCut> figures,
        Actor.Person by,
        Actor.Person signedBy,
        Instant at) {}
