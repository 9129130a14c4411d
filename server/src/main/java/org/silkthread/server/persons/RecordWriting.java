package org.silkthread.server.persons;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.persons.fhir.EntryResource;
import org.silkthread.server.persons.store.RecordTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Adds entries to records. A newer version supersedes, and no version is lost. */
@Component
class RecordWriting {

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final RecordTable table;
    private final Clock clock;

    RecordWriting(RecordTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** What came of writing an entry. */
    enum Written {
        ADDED,
        SUPERSEDED,
        UNCHANGED,
        /** The sender said before that it is about somebody else; nothing was written. */
        ABOUT_SOMEBODY_ELSE
    }

    /**
     * Writes an entry as an organisation sent it.
     *
     * @param sourceId how its sender refers to it, such as {@code Observation/17}
     */
    @Transactional
    Written write(
            PersonId person, String organisation, String sourceId, EntryResource entry, JsonNode resource, Actor by) {
        Optional<RecordTable.Known> known = table.known(organisation, sourceId);
        if (known.isPresent() && !known.get().person().equals(person)) {
            return Written.ABOUT_SOMEBODY_ELSE;
        }
        String hash = hash(resource);
        if (known.isPresent() && known.get().hash().equals(hash)) {
            return Written.UNCHANGED;
        }
        UUID id = known.map(RecordTable.Known::item).orElseGet(UUID::randomUUID);
        if (known.isEmpty()) {
            table.create(id, person, organisation, sourceId, clock.instant());
        }
        RecordItem item = new RecordItem(
                id,
                person,
                known.map(RecordTable.Known::version).orElse(0) + 1,
                entry.category(),
                entry.happenedOn(),
                entry.title(),
                organisation,
                entry.author(),
                entry.labels(),
                resource,
                clock.instant());
        table.addVersion(item, hash, Persons.nameOf(by));
        return known.isEmpty() ? Written.ADDED : Written.SUPERSEDED;
    }

    /** SHA-256 over the resource with its members in alphabetical order. */
    private static String hash(JsonNode resource) {
        String canonical = CANONICAL.writeValueAsString(CANONICAL.treeToValue(resource, Object.class));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
