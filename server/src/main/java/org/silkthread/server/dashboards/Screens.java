package org.silkthread.server.dashboards;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.dashboards.store.ScreenTable;
import org.silkthread.server.identity.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The screens on walls. Each has an address of its own that shows its dashboard to whoever knows it, without a sign-in,
 * until somebody ends it. The secret in it is 99 random bits in letters and digits that can be typed with a remote control.
 */
@Service
public class Screens {

    private static final String DIGITS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int LENGTH = 20;
    private static final Pattern FORM = Pattern.compile("[2-9a-hjkmnp-z]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ScreenTable table;
    private final AuditTrail audit;
    private final Clock clock;

    Screens(ScreenTable table, AuditTrail audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens a screen.
     *
     * @param name where it hangs
     * @return the secret of its address, which is never to be had again
     */
    @Transactional
    public String open(Dashboard dashboard, String name, SignedIn by) {
        String secret = RANDOM.ints(LENGTH, 0, DIGITS.length())
                .mapToObj(digit -> String.valueOf(DIGITS.charAt(digit)))
                .collect(Collectors.joining());
        long id = table.add(dashboard.code(), name, digest(secret), clock.instant(), by.username());
        audit.record(
                new AuditEvent(by.actor(), "dashboards.open-screen", "screen/" + id, dashboard.code() + ": " + name));
        return secret;
    }

    /** The screen with this secret, if it is in use. */
    public Optional<Screen> find(String secret) {
        return FORM.matcher(secret).matches() ? table.find(digest(secret)) : Optional.empty();
    }

    /** The screens of a dashboard that are in use, the newest first. */
    public List<Screen> of(Dashboard dashboard) {
        return table.of(dashboard.code());
    }

    /** Ends a screen's address at once; what it shows goes within some seconds. */
    @Transactional
    public void end(Screen screen, SignedIn by) {
        table.end(screen.id(), clock.instant(), by.username());
        audit.record(new AuditEvent(
                by.actor(),
                "dashboards.end-screen",
                "screen/" + screen.id(),
                screen.dashboard() + ": " + screen.name()));
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
