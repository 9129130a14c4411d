package org.silkthread.server.requests;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.silkthread.server.identity.keys.SecretBox;
import org.silkthread.server.requests.store.OnceTable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody sent under a key counts once: the first one is worked on, all later ones get its answer, for 24 hours. A
 * key is taken in a transaction of its own before the work begins, so a crash in mid-work leaves it taken: nothing is done
 * twice, and the sender is told to look. Fingerprints are keyed hashes, answers are encrypted.
 */
@Service
public class OnceOnly {

    /** How long an answer is kept. */
    public static final Duration KEPT_FOR = Duration.ofHours(24);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A key of somebody's.
     *
     * @param username whose
     * @param words what the sender chose, or a form's field with its address
     */
    public record Key(String username, String words) {

        public Key {
            if (username.isBlank() || words.isBlank()) {
                throw new IllegalArgumentException("A key has an owner and words");
            }
        }
    }

    /**
     * The first answer.
     *
     * @param status its HTTP status
     * @param location where it sent the browser, or blank
     * @param type of its body, or blank
     * @param body empty where a page showed a secret, which is shown once
     */
    public record Answer(int status, String location, String type, byte[] body) {

        /** That a page was shown, which is not shown again. */
        public static Answer shownOnce() {
            return new Answer(0, "", "", new byte[0]);
        }

        public static Answer redirect(int status, String location) {
            return new Answer(status, location, "", new byte[0]);
        }

        public boolean wasShownOnce() {
            return status == 0;
        }
    }

    /** What to do with a request. */
    public sealed interface Turn {

        /** It is the first: do the work, then say how it was answered or give the key back. */
        record First() implements Turn {}

        /** The first one is not answered yet. */
        record UnderWay() implements Turn {}

        /** Something else was sent under this key. */
        record Other() implements Turn {}

        /**
         * It was answered.
         *
         * @param bodyHash of the body that was sent then; empty if the fingerprint was of everything
         */
        record Answered(Optional<byte[]> bodyHash, Answer answer) implements Turn {

            /** Whether this is the body that was sent then. */
            public boolean wasFor(byte[] other) {
                return bodyHash.filter(known -> Arrays.equals(known, other)).isPresent();
            }
        }
    }

    private final OnceTable table;
    private final SecretBox box;
    private final Clock clock;

    OnceOnly(OnceTable table, SecretBox box, Clock clock) {
        this.table = table;
        this.box = box;
        this.clock = clock;
    }

    /**
     * A program's turn.
     *
     * @param sent what is known of the request before its body is read
     */
    public Turn ofProgram(Key key, String sent) {
        byte[] fingerprint = hash(key, sent);
        return table.take(row(key), fingerprint, clock.instant(), forgotten())
                ? new Turn.First()
                : standing(key, fingerprint);
    }

    /**
     * A form's turn. Somebody who goes back to a page and sends something else means that, so it counts as new.
     *
     * @param sent all of its fields
     */
    public Turn ofForm(Key key, String sent) {
        byte[] fingerprint = hash(key, sent);
        return table.takeOver(row(key), fingerprint, clock.instant(), forgotten())
                ? new Turn.First()
                : standing(key, fingerprint);
    }

    private Turn standing(Key key, byte[] fingerprint) {
        Optional<OnceTable.Row> found = table.find(row(key));
        if (found.isEmpty()) {
            // The first one failed in this moment and gave the key back; whoever asks again gets it.
            return new Turn.UnderWay();
        }
        OnceTable.Row row = found.get();
        if (!row.has(fingerprint)) {
            return new Turn.Other();
        }
        return row.answer()
                .<Turn>map(kept ->
                        new Turn.Answered(row.bodyHash(), JSON.readValue(box.open(place(key), kept), Answer.class)))
                .orElseGet(Turn.UnderWay::new);
    }

    /** Keeps the answer for those who send the same again. */
    public void answered(Key key, Optional<byte[]> bodyHash, Answer answer) {
        table.answered(row(key), bodyHash, box.seal(place(key), JSON.writeValueAsBytes(answer)), clock.instant());
    }

    /** Nothing was done: the same may be sent again. */
    public void giveBack(Key key) {
        table.giveBack(row(key));
    }

    /** Forgets what is older than 24 hours. */
    int forget() {
        return table.forgetBefore(forgotten());
    }

    /** The hash of a body under which it is kept. */
    public byte[] bodyHash(Key key, byte[] digest) {
        return hash(key, HexFormat.of().formatHex(digest));
    }

    private Instant forgotten() {
        return clock.instant().minus(KEPT_FOR);
    }

    private byte[] hash(Key key, String text) {
        return box.keyedHash("once-sent/" + key.username(), text);
    }

    private OnceTable.Key row(Key key) {
        return new OnceTable.Key(key.username(), box.keyedHash("once-key/" + key.username(), key.words()));
    }

    private String place(Key key) {
        return "once/" + key.username() + "/" + new String(row(key).hash(), StandardCharsets.ISO_8859_1);
    }
}
