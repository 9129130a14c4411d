package org.silkthread.server.identity.store;

import static org.silkthread.schema.identity.Tables.ACCOUNT;
import static org.silkthread.schema.identity.Tables.POST;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.silkthread.server.identity.Appointment;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.springframework.stereotype.Repository;

/** The table of posts with its history. */
@Repository
public class AppointmentTable {

    private final DSLContext database;

    AppointmentTable(DSLContext database) {
        this.database = database;
    }

    /** Every post ever held at an organisation, the newest first. */
    public List<Appointment> at(String organisation) {
        return read(POST.ORGANISATION.eq(organisation));
    }

    /** Every post that somebody ever held, the newest first. */
    public List<Appointment> of(UUID person) {
        return read(ACCOUNT.ID.eq(person));
    }

    public Optional<String> username(UUID person) {
        return database.select(ACCOUNT.USERNAME)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(person))
                .fetchOptional(ACCOUNT.USERNAME);
    }

    public Optional<String> name(UUID person) {
        return database.select(ACCOUNT.NAME)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(person))
                .fetchOptional(ACCOUNT.NAME);
    }

    /**
     * Begins a post.
     *
     * @return false if it is held already
     */
    public boolean begin(String username, Post post, Instant from, Optional<Instant> until) {
        // One that ended by itself makes room for the next.
        database.update(POST)
                .set(POST.ENDED_AT, POST.UNTIL)
                .where(POST.USERNAME.eq(username))
                .and(POST.ROLE.eq(post.role().name()))
                .and(POST.ORGANISATION.eq(post.organisation()))
                .and(POST.ENDED_AT.isNull())
                .and(POST.UNTIL.le(utc(from)))
                .execute();
        return database.insertInto(POST)
                        .set(POST.USERNAME, username)
                        .set(POST.ROLE, post.role().name())
                        .set(POST.ORGANISATION, post.organisation())
                        .set(POST.BEGUN_AT, utc(from))
                        .set(POST.UNTIL, until.map(AppointmentTable::utc).orElse(null))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private List<Appointment> read(Condition condition) {
        return database.select(
                        ACCOUNT.ID,
                        ACCOUNT.USERNAME,
                        ACCOUNT.NAME,
                        POST.ROLE,
                        POST.ORGANISATION,
                        POST.BEGUN_AT,
                        POST.UNTIL,
                        POST.ENDED_AT)
                .from(POST)
                .join(ACCOUNT)
                .on(ACCOUNT.USERNAME.eq(POST.USERNAME))
                .where(condition)
                .orderBy(POST.BEGUN_AT.desc(), POST.ID.desc())
                .fetch(row -> new Appointment(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        new Post(Role.valueOf(row.value4()), row.value5()),
                        row.value6().toInstant(),
                        Optional.ofNullable(row.value7()).map(OffsetDateTime::toInstant),
                        Optional.ofNullable(row.value8()).map(OffsetDateTime::toInstant)));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
