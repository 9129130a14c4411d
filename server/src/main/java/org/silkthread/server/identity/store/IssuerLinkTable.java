package org.silkthread.server.identity.store;

import static org.silkthread.schema.identity.Tables.ISSUER_LINK;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The table of identities at other issuers. */
@Repository
public class IssuerLinkTable {

    private final DSLContext database;

    IssuerLinkTable(DSLContext database) {
        this.database = database;
    }

    public Optional<String> account(String issuer, String subject) {
        return database.select(ISSUER_LINK.USERNAME)
                .from(ISSUER_LINK)
                .where(ISSUER_LINK.ISSUER.eq(issuer))
                .and(ISSUER_LINK.SUBJECT.eq(subject))
                .fetchOptional(ISSUER_LINK.USERNAME);
    }

    /** Links an identity and an account; false if either is linked at this issuer already. */
    public boolean link(String issuer, String subject, String username, Instant now) {
        return database.insertInto(ISSUER_LINK)
                        .set(ISSUER_LINK.ISSUER, issuer)
                        .set(ISSUER_LINK.SUBJECT, subject)
                        .set(ISSUER_LINK.USERNAME, username)
                        .set(ISSUER_LINK.LINKED_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
