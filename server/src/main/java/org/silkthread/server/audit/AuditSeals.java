package org.silkthread.server.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.audit.store.AuditChain;
import org.silkthread.server.audit.store.SealTable;
import org.silkthread.server.keys.SigningKey;
import org.silkthread.server.keys.SigningKeys;
import org.silkthread.server.keys.SigningUse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the trail: the number of entries and the hash of the last one, signed with a key that is kept outside the
 * database. Seals form a chain of their own and are also appended to {@code audit/seals.jsonl} in the data folder.
 */
@Component
public class AuditSeals {

    private final SealTable seals;
    private final AuditChain chain;
    private final AuditTrail trail;
    private final SigningKey key;
    private final Clock clock;
    private final Path file;
    private final TransactionTemplate transaction;

    AuditSeals(
            SealTable seals,
            AuditChain chain,
            AuditTrail trail,
            SigningKeys keys,
            Clock clock,
            @Value("${silkthread.dir}") Path dir,
            PlatformTransactionManager transactions) {
        this.seals = seals;
        this.chain = chain;
        this.trail = trail;
        this.key = keys.of(SigningUse.AUDIT);
        this.clock = clock;
        this.file = dir.resolve("audit").resolve("seals.jsonl");
        this.transaction = new TransactionTemplate(transactions);
    }

    /** All seals, the first one first. */
    public List<Seal> all() {
        return seals.all();
    }

    /** Seals what there is now. */
    public Seal seal(Actor by) {
        return kept(Optional.ofNullable(transaction.execute(status -> make(by, today(), false))))
                .orElseThrow();
    }

    /**
     * Closes yesterday if nobody has; days on which no server ran are covered by the next seal.
     *
     * @return nothing when the day is closed already, also by another server of this installation
     */
    Optional<Seal> closeYesterday(Actor by) {
        LocalDate yesterday = today().minusDays(1);
        return kept(Optional.ofNullable(transaction.execute(status -> {
            chain.lock();
            boolean closed = seals.lastDayClosed()
                    .filter(day -> !day.isBefore(yesterday))
                    .isPresent();
            return closed ? null : make(by, yesterday, true);
        })));
    }

    /** Holds the chain's lock, so that no two seals get one number and the head stays the head. */
    private Seal make(Actor by, LocalDate day, boolean daily) {
        AuditChain.Head head = chain.lock();
        Optional<Seal> last = seals.last();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Seal seal = new Seal(
                last.map(Seal::number).orElse(0L) + 1,
                day,
                daily,
                now,
                head.sequence(),
                head.hash(),
                last.map(Seal::digest).orElse(Seal.NO_PREVIOUS),
                "",
                "");
        SigningKey.Signed signed = key.sign(seal.text());
        Seal made = seal.signed(signed.signature(), signed.publicKey());
        seals.add(made);
        trail.record(new AuditEvent(by, "audit.seal", "seal/" + made.number(), made.entries() + " entries"));
        return made;
    }

    /** The file follows the database: a seal that was rolled back is not in it, and an export has all of them anyway. */
    private Optional<Seal> kept(Optional<Seal> made) {
        made.ifPresent(seal -> {
            try {
                SealFile.append(file, seal);
            } catch (IOException e) {
                throw new UncheckedIOException("The seal is in the database and cannot be written to " + file, e);
            }
        });
        return made;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
