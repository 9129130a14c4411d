package org.silkthread.server.identity.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes guessing slow. After a few attempts for one name from one address, or many from one address, attempts go one
 * after the other with a growing pause between them, also those that come at the same time. Nobody is locked out: the
 * longest pause is half a minute, a quarter of an hour without an attempt wipes the slate. What is known is kept in memory
 * and forgotten at a restart.
 */
@Component
class Throttle {

    /** How many attempts are free, and how long the pause after a further one grows. */
    private record Pace(int free, Duration longest) {

        Duration after(int attempts) {
            int beyond = attempts - free;
            if (beyond <= 0) {
                return Duration.ZERO;
            }
            Duration doubled = Duration.ofMillis(250L << Math.min(beyond, 10));
            return doubled.compareTo(longest) > 0 ? longest : doubled;
        }
    }

    /** What is known of a name at an address, or of an address: the attempts and when the next one is due. */
    private record Attempts(int count, Instant last, Instant next) {}

    /** What is guessed. */
    enum Kind {
        /** Whoever owns the name is not slowed at another address. */
        PASSWORD(Optional.empty()),
        /** Six digits are few, and only who has the password gets so far: attempts for a name count at all addresses. */
        CODE(Optional.of(new Pace(10, Duration.ofSeconds(30)))),
        /** What stands in a link. */
        LINK(Optional.empty());

        private final Optional<Pace> anywhere;

        Kind(Optional<Pace> anywhere) {
            this.anywhere = anywhere;
        }
    }

    private static final Pace OF_A_NAME = new Pace(5, Duration.ofSeconds(30));
    private static final Pace OF_AN_ADDRESS = new Pace(30, Duration.ofSeconds(2));
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FORGET_AFTER = Duration.ofMinutes(15);
    private static final int REMEMBERED = 20_000;

    private final Clock clock;
    private final Map<String, Attempts> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
            return size() > REMEMBERED;
        }
    };

    Throttle(Clock clock) {
        this.clock = clock;
    }

    /** Counts an attempt at a password; see {@link #admit(Kind, String, String)}. */
    Optional<Duration> admit(String username, String address) {
        return admit(Kind.PASSWORD, username, address);
    }

    /**
     * Counts an attempt and says how long it has to wait before it is looked at; empty if that is longer than it may keep
     * a connection, and then it does not count.
     */
    synchronized Optional<Duration> admit(Kind kind, String username, String address) {
        Instant now = clock.instant();
        Map<String, Pace> paces = paces(kind, username, address);
        Instant due = paces.keySet().stream()
                .map(key -> attempts(key, now).next())
                .max(Instant::compareTo)
                .orElse(now);
        Duration wait = due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO;
        if (wait.compareTo(PATIENCE) > 0) {
            return Optional.empty();
        }
        paces.forEach((key, pace) -> remember(key, attempts(key, now), pace, now));
        return Optional.of(wait);
    }

    /** A right password was no guess: its attempts no longer count. */
    void succeeded(String username, String address) {
        succeeded(Kind.PASSWORD, username, address);
    }

    /** What was right was no guess: its attempts no longer count. */
    synchronized void succeeded(Kind kind, String username, String address) {
        known.remove(name(kind, username, address));
        known.remove(anywhere(kind, username));
        known.computeIfPresent(
                address, (key, attempts) -> new Attempts(attempts.count() - 1, attempts.last(), attempts.next()));
    }

    private static Map<String, Pace> paces(Kind kind, String username, String address) {
        Map<String, Pace> paces = new LinkedHashMap<>();
        paces.put(name(kind, username, address), OF_A_NAME);
        paces.put(address, OF_AN_ADDRESS);
        kind.anywhere.ifPresent(pace -> paces.put(anywhere(kind, username), pace));
        return paces;
    }

    private Attempts attempts(String key, Instant now) {
        Attempts found = known.get(key);
        return found == null || found.last().plus(FORGET_AFTER).isBefore(now) ? new Attempts(0, now, now) : found;
    }

    private void remember(String key, Attempts before, Pace pace, Instant now) {
        int count = before.count() + 1;
        Instant due = before.next().isAfter(now) ? before.next() : now;
        known.remove(key);
        known.put(key, new Attempts(count, now, due.plus(pace.after(count))));
    }

    private static String name(Kind kind, String username, String address) {
        return kind + " " + username + " " + address;
    }

    private static String anywhere(Kind kind, String username) {
        return kind + " " + username;
    }
}
