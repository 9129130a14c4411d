package org.silkthread.server.indicators.store;

import static org.silkthread.schema.indicators.Tables.CUT;
import static org.silkthread.schema.indicators.Tables.CUT_FIGURE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.silkthread.schema.indicators.tables.records.CutRecord;
import org.springframework.stereotype.Repository;

/** The frozen cuts. */
@Repository
public class CutTable {

    private final DSLContext sql;

    CutTable(DSLContext sql) {
        this.sql = sql;
    }

    /** A cut as it is kept. */
    public record Kept(
            UUID id,
            String title,
            Instant createdAt,
            String createdBy,
            String content,
            String sha256,
            String signature,
            String publicKey) {}

    /** Keeps a cut and the codes of its figures. */
    public void keep(Kept cut, List<String> figures) {
        sql.insertInto(CUT)
                .set(CUT.ID, cut.id())
                .set(CUT.TITLE, cut.title())
                .set(CUT.CREATED_AT, cut.createdAt().atOffset(ZoneOffset.UTC))
                .set(CUT.CREATED_BY, cut.createdBy())
                .set(CUT.CONTENT, cut.content())
                .set(CUT.SHA256, cut.sha256())
                .set(CUT.SIGNATURE, cut.signature())
                .set(CUT.PUBLIC_KEY, cut.publicKey())
                .execute();
        var rows = sql.insertInto(CUT_FIGURE, CUT_FIGURE.CUT, CUT_FIGURE.POSITION, CUT_FIGURE.FIGURE);
        for (int i = 0; i < figures.size(); i++) {
            rows = rows.values(cut.id(), i, figures.get(i));
        }
        rows.execute();
    }

    /** The cut of a number. */
    public Optional<Kept> find(UUID id) {
        return sql.selectFrom(CUT).where(CUT.ID.eq(id)).fetchOptional(CutTable::kept);
    }

    private static Kept kept(CutRecord row) {
        return new Kept(
                row.getId(),
                row.getTitle(),
                row.getCreatedAt().toInstant(),
                row.getCreatedBy(),
                row.getContent(),
                row.getSha256(),
                row.getSignature(),
                row.getPublicKey());
    }

    /** The cuts that hold any figure of an indicator, oldest first. */
    public List<Kept> ofIndicator(String indicator) {
        return sql.selectFrom(CUT)
                .where(CUT.ID.in(sql.select(CUT_FIGURE.CUT)
                        .from(CUT_FIGURE)
                        .where(CUT_FIGURE.FIGURE.startsWith(indicator + "."))))
                .orderBy(CUT.CREATED_AT, CUT.ID)
                .fetch(CutTable::kept);
    }

    /** The cuts that hold a figure, latest first. */
    public List<UUID> holding(String figure) {
        return sql.select(CUT.ID)
                .from(CUT)
                .join(CUT_FIGURE)
                .on(CUT_FIGURE.CUT.eq(CUT.ID))
                .where(CUT_FIGURE.FIGURE.eq(figure))
                .orderBy(CUT.CREATED_AT.desc(), CUT.ID)
                .fetch(CUT.ID);
    }
}
