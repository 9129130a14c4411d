package org.silkthread.server.satisfaction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.keys.SecretBox;
import org.silkthread.server.satisfaction.store.AnswerTable;
import org.silkthread.server.satisfaction.store.PointTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens and closes collection points, and makes their addresses. */
@Service
public class CollectionPoints {

    private static final int SECRET_BYTES = 16;
    private static final int MOST_WORDS = 200;

    private final PointTable table;
    private final AnswerTable answers;
    private final SecretBox box;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CollectionPoints(PointTable table, AnswerTable answers, SecretBox box, AuditTrail audit, Clock clock) {
        this.table = table;
        this.answers = answers;
        this.box = box;
        this.audit = audit;
        this.clock = clock;
    }

    /** The points of an organisation, newest first, closed ones last. */
    public List<CollectionPoint> of(String organisation) {
        return table.of(organisation);
    }

    public Optional<CollectionPoint> find(UUID id) {
        return table.find(id);
    }

    /** The open point that this secret belongs to, for whoever has it. */
    public Optional<CollectionPoint> bySecret(String secret) {
        return DataScope.asSystem("the point of an address", () -> table.byHash(hash(secret)))
                .filter(CollectionPoint::open);
    }

    /** Opens a point with an address. */
    @Transactional
    public CollectionPoint open(String organisation, String department, String question, Actor.Person by) {
        Instant now = clock.instant();
        CollectionPoint point = new CollectionPoint(UUID.randomUUID(), organisation, department, question, now, true);
        table.add(point, by.username());
        audit.record(new AuditEvent(by, "satisfaction.open", subject(point), organisation + " " + department));
        makeAddress(point, by);
        return point;
    }

    /** Makes a new address; the old one works no more. */
    @Transactional
    public void renew(CollectionPoint point, Actor.Person by) {
        makeAddress(point, by);
        audit.record(new AuditEvent(by, "satisfaction.renew-address", subject(point), ""));
    }

    /** The address that works, to be shown to those who look after the point. */
    public Address address(CollectionPoint point) {
        byte[] sealed = table.sealedSecret(point.id()).orElseThrow();
        return new Address(new String(box.open(subject(point), sealed), StandardCharsets.UTF_8));
    }

    /** Takes no answers any more. */
    @Transactional
    public void close(CollectionPoint point, Actor.Person by) {
        if (table.close(point.id(), clock.instant(), by.username())) {
            audit.record(new AuditEvent(by, "satisfaction.close", subject(point), ""));
        }
    }

    /**
     * What people wrote at a point in their own words, newest first, at most 200. They may have named somebody, so that it
     * is recorded who read them.
     */
    public List<AnswerTable.Words> readWords(CollectionPoint point, Actor.Person by) {
        audit.record(new AuditEvent(by, "satisfaction.read-words", subject(point), ""));
        return DataScope.asSystem("what people wrote", () -> answers.words(point.id(), MOST_WORDS));
    }

    private void makeAddress(CollectionPoint point, Actor.Person by) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        byte[] sealed = box.seal(subject(point), secret.getBytes(StandardCharsets.UTF_8));
        table.addAddress(point.id(), hash(secret), sealed, clock.instant(), by.username());
    }

    private static String subject(CollectionPoint point) {
        return "collection-point/" + point.id();
    }

    /** A secret has 128 random bits, so that a fast hash is enough. */
    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
