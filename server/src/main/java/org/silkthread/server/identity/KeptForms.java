package org.silkthread.server.identity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.silkthread.server.identity.keys.SecretBox;
import org.silkthread.server.identity.store.KeptFormTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody sent just after their session had ended, so that no typing is lost. It is kept encrypted for a day, the
 * newest of each person, and shown to that person alone; nothing is sent until they send it.
 */
@Service
public class KeptForms {

    /** A field as it was sent. */
    public record Field(String name, String value) {}

    /**
     * A form.
     *
     * @param path where it was sent to
     */
    public record Form(String path, List<Field> fields) {

        public Form {
            fields = List.copyOf(fields);
        }

        /** Leaves what was typed out. */
        @Override
        public String toString() {
            return "a form for " + path;
        }
    }

    /** A form that is kept. */
    public record Kept(UUID id, Form form, Instant at) {}

    private static final Duration KEPT_FOR = Duration.ofHours(24);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final KeptFormTable table;
    private final SecretBox box;
    private final Clock clock;

    KeptForms(KeptFormTable table, SecretBox box, Clock clock) {
        this.table = table;
        this.box = box;
        this.clock = clock;
    }

    /** Keeps a form in place of an earlier one of the same person. */
    @Transactional
    public void keep(String username, Form form) {
        Instant now = clock.instant();
        table.deleteOf(username);
        byte[] content = JSON.writeValueAsString(form).getBytes(StandardCharsets.UTF_8);
        table.add(UUID.randomUUID(), username, box.seal(place(username), content), now);
    }

    /** What is kept for somebody. */
    public Optional<Kept> of(String username) {
        return table.newest(username, clock.instant().minus(KEPT_FOR))
                .map(row -> new Kept(
                        row.id(), JSON.readValue(box.open(place(username), row.content()), Form.class), row.at()));
    }

    /** Forgets what is kept for somebody. */
    @Transactional
    public void forget(String username) {
        table.deleteOf(username);
    }

    /** Forgets what is over a day old, and says how many forms that were. */
    @Transactional
    public int forgetOld() {
        return table.deleteBefore(clock.instant().minus(KEPT_FOR));
    }

    private static String place(String username) {
        return "kept-form/" + username;
    }
}
