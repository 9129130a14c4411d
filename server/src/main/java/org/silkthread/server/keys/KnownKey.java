package org.silkthread.server.keys;

import java.time.Instant;
import java.util.Optional;

/**
 * A key as it may be shown: never the secret half.
 *
 * @param fingerprint the first 16 hexadecimal digits of SHA-256 over the public key
 * @param replacedAt when another took its place; empty for the key in use
 */
public record KnownKey(String fingerprint, Optional<Instant> replacedAt) {}
