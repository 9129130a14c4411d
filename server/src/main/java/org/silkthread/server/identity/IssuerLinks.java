package org.silkthread.server.identity;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.store.IssuerLinkTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which identity at another issuer is which account here. The claim that names the account is believed once, at the first
 * sign-in; from then on the subject decides, which the issuer never gives to anybody else.
 */
@Service
public class IssuerLinks {

    /** Whose account an identity is. */
    public sealed interface Resolution {}

    /** The account, now linked if it was not before. */
    public record Account(String username) implements Resolution {}

    /** There is no account of the name that the claim gives. */
    public record Nobody() implements Resolution {}

    /** The account is linked to another identity of that issuer. */
    public record SomebodyElses() implements Resolution {}

    private final IssuerLinkTable table;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Clock clock;

    IssuerLinks(IssuerLinkTable table, Accounts accounts, AuditTrail audit, Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Finds the account of an identity, and links them at the first sign-in.
     *
     * @param named the account that the issuer's claim names; blank if it names none
     */
    @Transactional
    public Resolution resolve(String issuer, String subject, String named) {
        Optional<String> linked = table.account(issuer, subject);
        if (linked.isPresent()) {
            return new Account(linked.get());
        }
        String username = named.strip().toLowerCase(Locale.ROOT);
        if (username.isEmpty() || !accounts.exists(username)) {
            return new Nobody();
        }
        if (!table.link(issuer, subject, username, clock.instant())) {
            return new SomebodyElses();
        }
        audit.record(
                new AuditEvent(new Actor.SystemJob("sign-in"), "identity.link-issuer", "account/" + username, issuer));
        return new Account(username);
    }
}
