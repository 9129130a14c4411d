package org.silkthread.server.waiting.store;

import static org.silkthread.schema.waiting.Tables.REFERRAL_EVENT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.silkthread.schema.waiting.tables.records.ReferralEventRecord;
import org.silkthread.server.waiting.Identity;
import org.silkthread.server.waits.Message;
import org.silkthread.server.waits.ReferralEvent;
import org.springframework.stereotype.Repository;

/** The table of events of referrals. */
@Repository
public class ReferralEventTable {

    /**
     * One event in one version.
     *
     * @param pathway the organisation's number of the pathway
     * @param message the event, or that it is taken back
     */
    public record Row(
            String organisation, String pathway, String service, Identity person, Message<ReferralEvent> message) {}

    private final DSLContext database;

    ReferralEventTable(DSLContext database) {
        this.database = database;
    }

    /** Everything that was sent about a person's referrals, in the order in which it came. */
    public List<Row> of(Identity person) {
        return database.selectFrom(REFERRAL_EVENT)
                .where(REFERRAL_EVENT.NHS_NUMBER.eq(person.number().digits()))
                .and(REFERRAL_EVENT.BIRTH_DATE.eq(person.born()))
                .orderBy(REFERRAL_EVENT.ID)
                .fetch(row -> new Row(row.getOrganisation(), row.getPathway(), row.getService(), person, message(row)));
    }

    /** Adds a row; false if this version of the event is known. */
    public boolean add(Row row, Instant now, String by) {
        Optional<ReferralEvent> event = row.message().event();
        return database.insertInto(REFERRAL_EVENT)
                        .set(REFERRAL_EVENT.ORGANISATION, row.organisation())
                        .set(REFERRAL_EVENT.PATHWAY, row.pathway())
                        .set(REFERRAL_EVENT.SERVICE, row.service())
                        .set(REFERRAL_EVENT.NHS_NUMBER, row.person().number().digits())
                        .set(REFERRAL_EVENT.BIRTH_DATE, row.person().born())
                        .set(REFERRAL_EVENT.EVENT, row.message().id())
                        .set(REFERRAL_EVENT.VERSION, row.message().version())
                        .set(
                                REFERRAL_EVENT.KIND,
                                event.map(happened -> happened.kind().code()).orElse(null))
                        .set(REFERRAL_EVENT.DAY, event.map(ReferralEvent::day).orElse(null))
                        .set(
                                REFERRAL_EVENT.DETAIL,
                                event.map(ReferralEvent::detail).orElse(""))
                        .set(REFERRAL_EVENT.RECORDED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(REFERRAL_EVENT.RECORDED_BY, by)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private static Message<ReferralEvent> message(ReferralEventRecord row) {
        String kind = row.getKind();
        LocalDate day = row.getDay();
        return kind == null || day == null
                ? Message.withdrawn(row.getEvent(), row.getVersion())
                : Message.of(
                        row.getEvent(),
                        row.getVersion(),
                        new ReferralEvent(ReferralEvent.Kind.ofCode(kind).orElseThrow(), day, row.getDetail()));
    }
}
