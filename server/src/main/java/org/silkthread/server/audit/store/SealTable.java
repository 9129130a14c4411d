package org.silkthread.server.audit.store;

import static org.silkthread.schema.audit.Tables.SEAL;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.silkthread.schema.audit.tables.records.SealRecord;
import org.silkthread.server.audit.Seal;
import org.springframework.stereotype.Repository;

/** The table of seals. */
@Repository
public class SealTable {

    private final DSLContext database;

    SealTable(DSLContext database) {
        this.database = database;
    }

    public void add(Seal seal) {
        HexFormat hex = HexFormat.of();
        database.insertInto(SEAL)
                .set(SEAL.NUMBER, seal.number())
                .set(SEAL.DAY, seal.day())
                .set(SEAL.DAILY, seal.daily())
                .set(SEAL.SEALED_AT, seal.at().atOffset(ZoneOffset.UTC))
                .set(SEAL.ENTRIES, seal.entries())
                .set(SEAL.HEAD, hex.parseHex(seal.head()))
                .set(SEAL.PREVIOUS, hex.parseHex(seal.previous()))
                .set(SEAL.SIGNATURE, seal.signature())
                .set(SEAL.PUBLIC_KEY, seal.publicKey())
                .execute();
    }

    /** All seals, the first one first: one a day. */
    public List<Seal> all() {
        return database.selectFrom(SEAL).orderBy(SEAL.NUMBER).fetch(SealTable::seal);
    }

    public Optional<Seal> last() {
        return database.selectFrom(SEAL).orderBy(SEAL.NUMBER.desc()).limit(1).fetchOptional(SealTable::seal);
    }

    /** The last day that was closed. */
    public Optional<LocalDate> lastDayClosed() {
        return database.select(SEAL.DAY)
                .from(SEAL)
                .where(SEAL.DAILY)
                .orderBy(SEAL.DAY.desc())
                .limit(1)
                .fetchOptional(SEAL.DAY);
    }

    private static Seal seal(SealRecord row) {
        HexFormat hex = HexFormat.of();
        return new Seal(
                row.getNumber(),
                row.getDay(),
                row.getDaily(),
                row.getSealedAt().toInstant(),
                row.getEntries(),
                hex.formatHex(row.getHead()),
                hex.formatHex(row.getPrevious()),
                row.getSignature(),
                row.getPublicKey());
    }
}
