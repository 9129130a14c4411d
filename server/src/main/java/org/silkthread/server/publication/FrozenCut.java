package org.silkthread.server.publication;

import java.util.UUID;

/**
 * The data cut that a publication's figures come from.
 *
 * @param id the cut's id in the indicators room
 * @param hash the cut's own hash, in hexadecimal
 */
public record FrozenCut(UUID id, String hash) {}
