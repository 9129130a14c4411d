package org.silkthread.server.identity.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.silkthread.server.identity.keys.SecretBox;
import org.silkthread.server.identity.store.AttemptTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes guessing slow. After a few attempts for one name from one address, or many from one address, attempts go one
 * after the other with a growing pause between them, also those that come at the same time. Nobody is locked out: the
 * longest pause is half a minute, a quarter of an hour without an attempt wipes the slate. What is known stands in the
 * database, so that it outlives a restart and several servers count together; names and addresses stand there as keyed
 * hashes.
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
    private static final int REMEMBERED = 100_000;
    /** Counting all rows is not worth doing at each attempt. */
    private static final int ATTEMPTS_BETWEEN_COUNTS = 500;

    private final AttemptTable table;
    private final SecretBox box;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AtomicInteger sinceCount = new AtomicInteger();

    Throttle(AttemptTable table, SecretBox box, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.box = box;
        this.transaction = transaction;
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
    Optional<Duration> admit(Kind kind, String username, String address) {
        clearUp();
        return Optional.ofNullable(transaction.execute(status -> {
            Optional<Duration> wait = admitted(paces(kind, username, address));
            if (wait.isEmpty()) {
                status.setRollbackOnly();
            }
            return wait.orElse(null);
        }));
    }

    private Optional<Duration> admitted(List<Paced> paces) {
        Instant now = clock.instant();
        List<AttemptTable.Row> known = table.hold(paces.stream().map(Paced::key).toList(), now).stream()
                .map(row -> fresh(row, now))
                .toList();
        Instant due = known.stream()
                .map(AttemptTable.Row::next)
                .max(Instant::compareTo)
                .orElse(now);
        Duration wait = due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO;
        if (wait.compareTo(PATIENCE) > 0) {
            return Optional.empty();
        }
        for (AttemptTable.Row row : known) {
            paces.stream()
                    .filter(paced -> row.isOf(paced.key()))
                    .forEach(paced -> table.write(after(row, paced.pace(), now)));
        }
        return Optional.of(wait);
    }

    /** Before the attempt itself, in a transaction of its own that holds nothing for long. */
    private void clearUp() {
        transaction.executeWithoutResult(status -> {
            table.forgetBefore(clock.instant().minus(FORGET_AFTER));
            if (sinceCount.incrementAndGet() % ATTEMPTS_BETWEEN_COUNTS == 0) {
                table.keepAtMost(REMEMBERED);
            }
        });
    }

    /** A right password was no guess: its attempts no longer count. */
    void succeeded(String username, String address) {
        succeeded(Kind.PASSWORD, username, address);
    }

    /** What was right was no guess: its attempts no longer count. */
    void succeeded(Kind kind, String username, String address) {
        transaction.executeWithoutResult(status -> {
            byte[] there = at(address);
            // In the order in which attempts hold their rows, so that nobody waits for one another.
            Stream.of(name(kind, username, address), anywhere(kind, username), there)
                    .sorted(Arrays::compareUnsigned)
                    .forEach(key -> {
                        if (Arrays.equals(key, there)) {
                            table.takeBack(key);
                        } else {
                            table.forget(key);
                        }
                    });
        });
    }

    /** What an attempt counts for, and at which pace. */
    private record Paced(byte[] key, Pace pace) {}

    private List<Paced> paces(Kind kind, String username, String address) {
        List<Paced> paces = new ArrayList<>();
        paces.add(new Paced(name(kind, username, address), OF_A_NAME));
        paces.add(new Paced(at(address), OF_AN_ADDRESS));
        kind.anywhere.ifPresent(pace -> paces.add(new Paced(anywhere(kind, username), pace)));
        return paces;
    }

    private static AttemptTable.Row fresh(AttemptTable.Row row, Instant now) {
        return row.tries() == 0 || row.last().plus(FORGET_AFTER).isBefore(now)
                ? new AttemptTable.Row(row.key(), 0, now, now)
                : row;
    }

    private static AttemptTable.Row after(AttemptTable.Row before, Pace pace, Instant now) {
        int tries = before.tries() + 1;
        Instant due = before.next().isAfter(now) ? before.next() : now;
        return new AttemptTable.Row(before.key(), tries, now, due.plus(pace.after(tries)));
    }

    private byte[] name(Kind kind, String username, String address) {
        return box.keyedHash("attempt/name-at-address", kind + "\n" + address + "\n" + username);
    }

    private byte[] anywhere(Kind kind, String username) {
        return box.keyedHash("attempt/name", kind + "\n" + username);
    }

    private byte[] at(String address) {
        return box.keyedHash("attempt/address", address);
    }
}
