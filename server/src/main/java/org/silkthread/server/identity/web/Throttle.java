package org.silkthread.server.identity.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Makes guessing slow. After a few wrong passwords for one name, or many from one address, each further attempt waits;
 * nobody is locked out, and a right password ends the waiting for that name.
 */
@Component
class Throttle {

    private static final int FREE_PER_NAME = 5;
    private static final int FREE_PER_ADDRESS = 20;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration FORGET_AFTER = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;

    private record Failures(int count, Instant last) {}

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    Throttle(Clock clock) {
        this.clock = clock;
    }

    /** Waits as long as earlier failures ask for. A virtual thread waits here, so it costs the server next to nothing. */
    void await(String username, String address) {
        Duration wait = wait(username, address);
        if (wait.isPositive()) {
            try {
                Thread.sleep(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** How long the next attempt waits: doubling from 250 milliseconds to 5 seconds. */
    synchronized Duration wait(String username, String address) {
        int beyond =
                Math.max(count("name " + username) - FREE_PER_NAME, count("address " + address) - FREE_PER_ADDRESS);
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofMillis(250L << Math.min(beyond, 10));
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }

    synchronized void failed(String username, String address) {
        add("name " + username);
        add("address " + address);
    }

    synchronized void succeeded(String username) {
        failures.remove("name " + username);
    }

    private int count(String key) {
        Failures known = failures.get(key);
        return known == null || known.last().plus(FORGET_AFTER).isBefore(clock.instant()) ? 0 : known.count();
    }

    private void add(String key) {
        Failures next = new Failures(count(key) + 1, clock.instant());
        failures.remove(key);
        failures.put(key, next);
    }
}
