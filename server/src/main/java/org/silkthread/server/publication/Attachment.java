package org.silkthread.server.publication;

import java.time.Instant;
import org.silkthread.server.audit.Actor;

/**
 * What a body outside the publication's owner says about it, or why it says nothing. It is added between the freeze and
 * the signature; the latest one of a body stands.
 *
 * @param body the key of the body that speaks, such as 'commissioner'
 * @param words its statement as received
 * @param by who entered it
 */
public record Attachment(String body, String words, Actor.Person by, Instant at) {}
