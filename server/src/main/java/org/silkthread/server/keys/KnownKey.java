package org.silkthread.server.keys;

import java.time.Instant;
import java.util.Optional;

/**
 * A key as it may be shown: never the secret half.
 *
 * @param fingerprint 16 hexadecimal digits that tell one key from another: the beginning of SHA-256 over its public half
 * @param replacedAt when another took its place; empty for the key in use
 */
public record KnownKey(String fingerprint, Optional<Instant> replacedAt) {}
