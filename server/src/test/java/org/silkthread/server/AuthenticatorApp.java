package org.silkthread.server;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.silkthread.server.identity.TotpSecret;

/** What somebody has besides their password: an app with a secret, and recovery codes on paper. */
public final class AuthenticatorApp {

    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<");
    private static final Pattern RECOVERY = Pattern.compile("<li><code>([a-z0-9-]+)</code></li>");
    private static final Pattern ONWARD = Pattern.compile("href=\"([^\"]+)\" role=\"button\"");
    private static final Map<String, AuthenticatorApp> APPS = new ConcurrentHashMap<>();

    private final TotpSecret secret;
    private final TreeSet<Long> usedSteps = new TreeSet<>();
    private final Deque<String> recoveryCodes = new ArrayDeque<>();

    private AuthenticatorApp(TotpSecret secret) {
        this.secret = secret;
    }

    /** A new app with the secret that the page shows. */
    public static AuthenticatorApp of(String username, String page) {
        Matcher shown = SECRET.matcher(page);
        if (!shown.find()) {
            throw new AssertionError("The page shows no secret: " + page);
        }
        return of(username, TotpSecret.parse(shown.group(1)));
    }

    /** A new app with a secret that is known otherwise. */
    public static AuthenticatorApp of(String username, TotpSecret secret) {
        AuthenticatorApp app = new AuthenticatorApp(secret);
        APPS.put(username, app);
        return app;
    }

    /** The app that somebody set up earlier. */
    public static AuthenticatorApp of(String username) {
        AuthenticatorApp app = APPS.get(username);
        if (app == null) {
            throw new AssertionError(username + " is asked for a code but has set up no app");
        }
        return app;
    }

    /** Where the page's button leads. */
    static String onward(String page) {
        Matcher button = ONWARD.matcher(page);
        if (!button.find()) {
            throw new AssertionError("The page has no button: " + page);
        }
        return button.group(1);
    }

    /** Keeps the recovery codes that the page shows. */
    public synchronized void keep(String page) {
        RECOVERY.matcher(page).results().forEach(code -> recoveryCodes.add(code.group(1)));
    }

    /** Whether there is a code that was not used; the server takes the one of now and the one after. */
    synchronized boolean hasCode() {
        return unused() <= now() + 1;
    }

    /** A code that was not used yet. */
    public synchronized String nextCode() {
        long step = unused();
        usedSteps.add(step);
        return secret.code(step);
    }

    /** A recovery code that was not used yet. */
    public synchronized String recoveryCode() {
        return recoveryCodes.removeFirst();
    }

    private long unused() {
        long step = now();
        while (usedSteps.contains(step)) {
            step++;
        }
        return step;
    }

    private static long now() {
        return TotpSecret.step(Instant.now());
    }
}
