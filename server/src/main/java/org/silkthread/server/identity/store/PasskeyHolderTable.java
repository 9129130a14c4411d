package org.silkthread.server.identity.store;

import static org.silkthread.schema.identity.Tables.ACCOUNT;
import static org.silkthread.schema.identity.Tables.PASSKEY_HOLDER;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Repository;

/** What authenticators know people by. */
@Repository
public class PasskeyHolderTable implements PublicKeyCredentialUserEntityRepository {

    private final DSLContext database;

    PasskeyHolderTable(DSLContext database) {
        this.database = database;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return find(PASSKEY_HOLDER.HANDLE.eq(handle.getBytes()));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return find(PASSKEY_HOLDER.USERNAME.eq(username));
    }

    private @Nullable PublicKeyCredentialUserEntity find(Condition condition) {
        return database.select(PASSKEY_HOLDER.USERNAME, PASSKEY_HOLDER.HANDLE, ACCOUNT.NAME)
                .from(PASSKEY_HOLDER)
                .join(ACCOUNT)
                .on(ACCOUNT.USERNAME.eq(PASSKEY_HOLDER.USERNAME))
                .where(condition)
                .fetchOne(row -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .name(row.value1())
                        .id(new Bytes(row.value2()))
                        .displayName(row.value3())
                        .build());
    }

    /** Once a person has a handle, they keep it. */
    @Override
    public void save(PublicKeyCredentialUserEntity holder) {
        database.insertInto(PASSKEY_HOLDER)
                .set(PASSKEY_HOLDER.USERNAME, holder.getName())
                .set(PASSKEY_HOLDER.HANDLE, holder.getId().getBytes())
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("A person keeps their handle");
    }
}
