package org.silkthread.server.audit.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.silkthread.server.audit.AuditEvent;

/** An entry in the form that is hashed. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Entry(long sequence, Instant at, AuditEvent event, byte[] previousHash) {

    private static final String FORMAT = "silkthread audit entry 1";
    private static final String FORMAT_WITH_PERSON_AND_REASON = "silkthread audit entry 2";

    /**
     * SHA-256 over the previous hash and every field in order. Each field is preceded by its length in bytes, so that no
     * two different entries give the same bytes. Entries without a person and a reason keep the form from before there were
     * these two; the form's name is hashed too, so that one cannot pass for the other.
     */
    byte[] hash() {
        MessageDigest sha = sha256();
        sha.update(previousHash);
        ActorColumns actor = ActorColumns.of(event.actor());
        boolean plain = event.person().isEmpty() && event.reason().isEmpty();
        List<String> fields = new ArrayList<>(List.of(
                plain ? FORMAT : FORMAT_WITH_PERSON_AND_REASON,
                Long.toString(sequence),
                at.toString(),
                actor.kind(),
                actor.id(),
                actor.name(),
                actor.role(),
                actor.organisation(),
                event.action(),
                event.subject(),
                event.detail()));
        if (!plain) {
            fields.add(event.person());
            fields.add(event.reason());
        }
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            sha.update(bytes);
        }
        return sha.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
