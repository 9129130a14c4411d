package org.silkthread.server.indicators;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A frozen, signed set of figures. It never changes; a later correction makes a later cut.
 *
 * @param createdBy who froze it, in words
 * @param figures what is in it, in order
 * @param sha256 the digest of its text, in hexadecimal
 * @param signature the Ed25519 signature of its text, in Base64
 * @param publicKey the key that verifies the signature, X.509 in Base64
 */
public record Cut(
        UUID id,
        String title,
        Instant createdAt,
        String createdBy,
        List<FigureId> figures,
        String sha256,
        String signature,
        String publicKey) {

    public Cut {
        figures = List.copyOf(figures);
    }
}
