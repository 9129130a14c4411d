package org.silkthread.server.identity.passkey;

import java.time.Instant;
import org.springframework.security.web.webauthn.api.CredentialRecord;

/**
 * A passkey, as its owner sees it.
 *
 * @param id its name in addresses
 * @param label what its owner calls it
 * @param backedUp whether it is also kept elsewhere, by whoever keeps the owner's passkeys
 */
public record Passkey(String id, String label, Instant createdAt, Instant lastUsedAt, boolean backedUp) {

    static Passkey of(CredentialRecord kept) {
        return new Passkey(
                kept.getCredentialId().toBase64UrlString(),
                kept.getLabel(),
                kept.getCreated(),
                kept.getLastUsed(),
                kept.isBackupState());
    }

    /** Whether it was used since it was made. */
    public boolean used() {
        return lastUsedAt.isAfter(createdAt);
    }
}
