package org.silkthread.server.audit;

import java.time.Instant;

/**
 * An event as it stands in the trail.
 *
 * @param sequence its place, from 1 without a gap
 * @param at when it was done, to the microsecond
 * @param hash SHA-256 over this entry and the hash of the entry before it, in hexadecimal
 */
public record AuditEntry(long sequence, Instant at, AuditEvent event, String hash) {}
