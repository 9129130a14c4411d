package org.silkthread.server.identity.store;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.silkthread.schema.identity.Tables.PASSKEY;
import static org.silkthread.schema.identity.Tables.PASSKEY_HOLDER;
import static org.silkthread.schema.identity.Tables.PASSKEY_REMOVAL;
import static org.silkthread.schema.identity.Tables.PASSKEY_USE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.silkthread.server.audit.Actor;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** The tables of passkeys. One that was removed is found no more. */
@Repository
public class PasskeyTable implements UserCredentialRepository {

    private final DSLContext database;

    PasskeyTable(DSLContext database) {
        this.database = database;
    }

    /** Adds a passkey, or what a further use said about one that is there. */
    @Override
    public void save(CredentialRecord passkey) {
        byte[] id = passkey.getCredentialId().getBytes();
        if (!database.fetchExists(PASSKEY, PASSKEY.CREDENTIAL_ID.eq(id))) {
            add(passkey, id);
        }
        database.insertInto(PASSKEY_USE)
                .set(PASSKEY_USE.CREDENTIAL_ID, id)
                .set(PASSKEY_USE.SIGNATURE_COUNT, passkey.getSignatureCount())
                .set(PASSKEY_USE.BACKUP_STATE, passkey.isBackupState())
                .set(PASSKEY_USE.USED_AT, passkey.getLastUsed().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private void add(CredentialRecord passkey, byte[] id) {
        database.insertInto(PASSKEY)
                .set(PASSKEY.CREDENTIAL_ID, id)
                .set(
                        PASSKEY.USERNAME,
                        select(PASSKEY_HOLDER.USERNAME)
                                .from(PASSKEY_HOLDER)
                                .where(PASSKEY_HOLDER.HANDLE.eq(
                                        passkey.getUserEntityUserId().getBytes())))
                .set(PASSKEY.LABEL, passkey.getLabel())
                .set(PASSKEY.PUBLIC_KEY, passkey.getPublicKey().getBytes())
                .set(
                        PASSKEY.TRANSPORTS,
                        passkey.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .collect(Collectors.joining(" ")))
                .set(PASSKEY.UV_INITIALIZED, passkey.isUvInitialized())
                .set(PASSKEY.BACKUP_ELIGIBLE, passkey.isBackupEligible())
                .set(PASSKEY.ATTESTATION, bytes(passkey.getAttestationObject()))
                .set(PASSKEY.CLIENT_DATA, bytes(passkey.getAttestationClientDataJSON()))
                .set(PASSKEY.CREATED_AT, passkey.getCreated().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static byte[] bytes(@Nullable Bytes bytes) {
        return bytes == null ? new byte[0] : bytes.getBytes();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return read(PASSKEY.CREDENTIAL_ID.eq(id.getBytes())).stream()
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return read(PASSKEY_HOLDER.HANDLE.eq(handle.getBytes()));
    }

    /** The passkeys of a person, oldest first. */
    public List<CredentialRecord> of(String username) {
        return read(PASSKEY.USERNAME.eq(username));
    }

    /** Whether a person has any. */
    public boolean any(String username) {
        return database.fetchExists(PASSKEY, PASSKEY.USERNAME.eq(username).and(isThere()));
    }

    /** Removes a passkey for good. */
    public void remove(Bytes id, Instant now, String by) {
        database.insertInto(PASSKEY_REMOVAL)
                .set(PASSKEY_REMOVAL.CREDENTIAL_ID, id.getBytes())
                .set(PASSKEY_REMOVAL.REMOVED_AT, now.atOffset(ZoneOffset.UTC))
                .set(PASSKEY_REMOVAL.REMOVED_BY, by)
                .onConflictDoNothing()
                .execute();
    }

    /** Removes all passkeys of a person. */
    public void removeAll(String username, Instant now, Actor by) {
        String remover = by instanceof Actor.Person person ? person.username() : "the system";
        of(username).forEach(passkey -> remove(passkey.getCredentialId(), now, remover));
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("A passkey is removed by somebody: remove(id, now, by)");
    }

    private List<CredentialRecord> read(Condition condition) {
        return database.select(
                        PASSKEY.asterisk(),
                        PASSKEY_HOLDER.HANDLE,
                        PASSKEY_USE.SIGNATURE_COUNT,
                        PASSKEY_USE.BACKUP_STATE,
                        PASSKEY_USE.USED_AT)
                .from(PASSKEY)
                .join(PASSKEY_HOLDER)
                .on(PASSKEY_HOLDER.USERNAME.eq(PASSKEY.USERNAME))
                .join(PASSKEY_USE)
                .on(PASSKEY_USE.ID.eq(select(PASSKEY_USE.as("latest").ID)
                        .from(PASSKEY_USE.as("latest"))
                        .where(PASSKEY_USE.as("latest").CREDENTIAL_ID.eq(PASSKEY.CREDENTIAL_ID))
                        .orderBy(PASSKEY_USE.as("latest").ID.desc())
                        .limit(1)))
                .where(condition)
                .and(isThere())
                .orderBy(PASSKEY.CREATED_AT)
                .fetch(PasskeyTable::passkey);
    }

    private static Condition isThere() {
        return notExists(
                selectOne().from(PASSKEY_REMOVAL).where(PASSKEY_REMOVAL.CREDENTIAL_ID.eq(PASSKEY.CREDENTIAL_ID)));
    }

    private static CredentialRecord passkey(Record row) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.get(PASSKEY.CREDENTIAL_ID)))
                .userEntityUserId(new Bytes(row.get(PASSKEY_HOLDER.HANDLE)))
                .publicKey(new ImmutablePublicKeyCose(row.get(PASSKEY.PUBLIC_KEY)))
                .signatureCount(row.get(PASSKEY_USE.SIGNATURE_COUNT))
                .uvInitialized(row.get(PASSKEY.UV_INITIALIZED))
                .transports(transports(row.get(PASSKEY.TRANSPORTS)))
                .backupEligible(row.get(PASSKEY.BACKUP_ELIGIBLE))
                .backupState(row.get(PASSKEY_USE.BACKUP_STATE))
                .attestationObject(new Bytes(row.get(PASSKEY.ATTESTATION)))
                .attestationClientDataJSON(new Bytes(row.get(PASSKEY.CLIENT_DATA)))
                .created(instant(row.get(PASSKEY.CREATED_AT)))
                .lastUsed(instant(row.get(PASSKEY_USE.USED_AT)))
                .label(row.get(PASSKEY.LABEL))
                .build();
    }

    private static Set<AuthenticatorTransport> transports(String words) {
        return Arrays.stream(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Instant instant(OffsetDateTime moment) {
        return moment.toInstant();
    }
}
