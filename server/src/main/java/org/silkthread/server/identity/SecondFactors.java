package org.silkthread.server.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.keys.SecretBox;
import org.silkthread.server.identity.store.PasskeyTable;
import org.silkthread.server.identity.store.SecondFactorTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second factor of an account: an authenticator app, and recovery codes for when it is lost. */
@Service
public class SecondFactors {

    private final SecondFactorTable table;
    private final PasskeyTable passkeys;
    private final SecretBox box;
    private final AuditTrail audit;
    private final Clock clock;

    SecondFactors(SecondFactorTable table, PasskeyTable passkeys, SecretBox box, AuditTrail audit, Clock clock) {
        this.table = table;
        this.passkeys = passkeys;
        this.box = box;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the account has an authenticator app. */
    public boolean enrolled(String username) {
        return table.secret(username).isPresent();
    }

    /**
     * Sets up an authenticator app in place of any that was there, if the code shows that the app has the secret.
     *
     * @return new recovery codes, which are not shown again; empty if the code is not the secret's
     */
    @Transactional
    public Optional<RecoveryCodes> enrol(String username, TotpSecret secret, String code, Actor by) {
        OptionalLong step = secret.stepOf(code, clock.instant());
        if (step.isEmpty() || !table.use(username, step.getAsLong(), clock.instant())) {
            return Optional.empty();
        }
        setUp(username, secret, by);
        return Optional.of(newCodes(username));
    }

    /** Sets up an authenticator app whose secret is already where it belongs, such as that of a demonstration. */
    @Transactional
    public void setUp(String username, TotpSecret secret, Actor by) {
        table.add(username, Optional.of(box.seal(place(username), secret.bytes())), clock.instant());
        audit.record(new AuditEvent(by, "identity.add-second-factor", subject(username), "authenticator app"));
    }

    /** Takes the app and all passkeys away; a person with a post has to set up an app at their next sign-in. */
    @Transactional
    public void remove(String username, Actor by) {
        table.add(username, Optional.empty(), clock.instant());
        passkeys.removeAll(username, clock.instant(), by);
        audit.record(new AuditEvent(
                by, "identity.remove-second-factor", subject(username), "authenticator app and passkeys"));
    }

    /** Takes the app and its recovery codes away, and leaves passkeys. */
    @Transactional
    public void removeApp(String username, Actor by) {
        table.add(username, Optional.empty(), clock.instant());
        audit.record(new AuditEvent(by, "identity.remove-second-factor", subject(username), "authenticator app"));
    }

    /** Whether a code is the app's at this moment. A code is accepted once. */
    @Transactional
    public boolean accepts(String username, String code) {
        Instant now = clock.instant();
        OptionalLong step = table.secret(username)
                .map(kept -> TotpSecret.of(box.open(place(username), kept)))
                .map(secret -> secret.stepOf(code, now))
                .orElse(OptionalLong.empty());
        return step.isPresent() && table.use(username, step.getAsLong(), now);
    }

    /** Makes ten recovery codes; earlier ones no longer work. */
    @Transactional
    public RecoveryCodes renewCodes(String username, Actor by) {
        audit.record(new AuditEvent(by, "identity.renew-recovery-codes", subject(username), ""));
        return newCodes(username);
    }

    private RecoveryCodes newCodes(String username) {
        RecoveryCodes codes = RecoveryCodes.random();
        List<byte[]> hashes =
                codes.codes().stream().map(code -> hash(username, code)).toList();
        table.addCodes(username, hashes, clock.instant());
        return codes;
    }

    /** Whether a recovery code is one of the newest ten that was not used yet; it is used up by this. */
    @Transactional
    public boolean acceptsRecovery(String username, String code) {
        return enrolled(username) && table.useCode(username, hash(username, code), clock.instant());
    }

    /** How many recovery codes are left. */
    public int codesLeft(String username) {
        return table.codesLeft(username);
    }

    private byte[] hash(String username, String code) {
        return box.keyedHash("recovery-code/" + username, RecoveryCodes.plain(code));
    }

    private static String place(String username) {
        return "authenticator/" + username;
    }

    private static String subject(String username) {
        return "account/" + username;
    }
}
