package org.silkthread.server.persons.store;

import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.silkthread.schema.persons.Tables.ACCOUNT_LINK;
import static org.silkthread.schema.persons.Tables.DETAILS;
import static org.silkthread.schema.persons.Tables.NHS_NUMBER;
import static org.silkthread.schema.persons.Tables.PERSON;
import static org.silkthread.schema.persons.Tables.SOURCE_NAME;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.silkthread.server.persons.NhsNumber;
import org.silkthread.server.persons.Person;
import org.silkthread.server.persons.PersonDetails;
import org.silkthread.server.persons.PersonId;
import org.silkthread.server.persons.Sex;
import org.springframework.stereotype.Repository;

/** Who people are: details, NHS numbers, accounts and what others call them. */
@Repository
public class PersonTable {

    private final DSLContext sql;

    PersonTable(DSLContext sql) {
        this.sql = sql;
    }

    /** Makes others who have something to say about the same thing wait until this transaction ends. */
    public void lock(String thing) {
        sql.select(DSL.field("pg_advisory_xact_lock(hashtextextended({0}, 0))", Object.class, val("persons " + thing)))
                .fetch();
    }

    public void create(PersonId person, Instant now) {
        sql.insertInto(PERSON)
                .set(PERSON.ID, person.value())
                .set(PERSON.CREATED_AT, Columns.utc(now))
                .execute();
    }

    public void describe(PersonId person, PersonDetails details, String by, Instant now) {
        sql.insertInto(DETAILS)
                .set(DETAILS.PERSON, person.value())
                .set(DETAILS.GIVEN_NAME, details.givenName())
                .set(DETAILS.FAMILY_NAME, details.familyName())
                .set(DETAILS.BIRTH_DATE, details.birthDate())
                .set(DETAILS.SEX, details.sex().code())
                .set(DETAILS.ADDRESS_LINE, details.addressLine().orElse(null))
                .set(DETAILS.POSTCODE, details.postcode().orElse(null))
                .set(DETAILS.PRACTICE, details.practice().orElse(null))
                .set(DETAILS.CONTACT, details.contact().orElse(null))
                .set(DETAILS.RECORDED_AT, Columns.utc(now))
                .set(DETAILS.RECORDED_BY, by)
                .execute();
    }

    public void giveNumber(PersonId person, NhsNumber number, String by, Instant now) {
        sql.insertInto(NHS_NUMBER)
                .set(NHS_NUMBER.NUMBER, number.digits())
                .set(NHS_NUMBER.PERSON, person.value())
                .set(NHS_NUMBER.RECORDED_AT, Columns.utc(now))
                .set(NHS_NUMBER.RECORDED_BY, by)
                .execute();
    }

    public Optional<PersonId> holder(NhsNumber number) {
        return sql.select(NHS_NUMBER.PERSON)
                .from(NHS_NUMBER)
                .where(NHS_NUMBER.NUMBER.eq(number.digits()))
                .fetchOptional(row -> new PersonId(row.value1()));
    }

    public Optional<Person> find(PersonId person) {
        return current(DETAILS.PERSON.eq(person.value())).stream().findFirst();
    }

    /** Those of this name and date of birth; upper and lower case do not matter. */
    public List<Person> named(String givenName, String familyName, LocalDate birthDate) {
        return current(DETAILS.BIRTH_DATE
                .eq(birthDate)
                .and(lower(DETAILS.FAMILY_NAME).eq(folded(familyName)))
                .and(lower(DETAILS.GIVEN_NAME).eq(folded(givenName))));
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private List<Person> current(Condition condition) {
        var newer = DETAILS.as("newer");
        var number = NHS_NUMBER.as("number");
        return sql.select(DETAILS.asterisk(), number.NUMBER)
                .from(DETAILS)
                .leftJoin(number)
                .on(number.PERSON
                        .eq(DETAILS.PERSON)
                        .and(number.RECORDED_AT.eq(select(max(NHS_NUMBER.RECORDED_AT))
                                .from(NHS_NUMBER)
                                .where(NHS_NUMBER.PERSON.eq(DETAILS.PERSON)))))
                .where(condition)
                .andNotExists(DSL.selectOne()
                        .from(newer)
                        .where(newer.PERSON.eq(DETAILS.PERSON).and(newer.ID.gt(DETAILS.ID))))
                .orderBy(DETAILS.FAMILY_NAME, DETAILS.GIVEN_NAME, DETAILS.PERSON)
                .fetch(row -> person(row, Optional.ofNullable(row.get(number.NUMBER))));
    }

    private static Person person(Record row, Optional<String> number) {
        return new Person(
                new PersonId(row.get(DETAILS.PERSON)),
                new PersonDetails(
                        number.map(NhsNumber::new),
                        row.get(DETAILS.GIVEN_NAME),
                        row.get(DETAILS.FAMILY_NAME),
                        row.get(DETAILS.BIRTH_DATE),
                        Sex.of(row.get(DETAILS.SEX)).orElseThrow(),
                        Optional.ofNullable(row.get(DETAILS.ADDRESS_LINE)),
                        Optional.ofNullable(row.get(DETAILS.POSTCODE)),
                        Optional.ofNullable(row.get(DETAILS.PRACTICE)),
                        Optional.ofNullable(row.get(DETAILS.CONTACT))));
    }

    /** Links an account to a person, or to nobody. */
    public void link(String username, Optional<PersonId> person, String by, Instant now) {
        sql.insertInto(ACCOUNT_LINK)
                .set(ACCOUNT_LINK.USERNAME, username)
                .set(ACCOUNT_LINK.PERSON, person.map(PersonId::value).orElse(null))
                .set(ACCOUNT_LINK.RECORDED_AT, Columns.utc(now))
                .set(ACCOUNT_LINK.RECORDED_BY, by)
                .execute();
    }

    public Optional<PersonId> ofAccount(String username) {
        return sql.select(ACCOUNT_LINK.PERSON)
                .from(ACCOUNT_LINK)
                .where(ACCOUNT_LINK.USERNAME.eq(username))
                .orderBy(ACCOUNT_LINK.ID.desc())
                .limit(1)
                .fetchOptional(ACCOUNT_LINK.PERSON)
                .map(PersonId::new);
    }

    /** The account that is this person's now. */
    public Optional<String> accountOf(PersonId person) {
        var newer = ACCOUNT_LINK.as("newer");
        return sql.select(ACCOUNT_LINK.USERNAME)
                .from(ACCOUNT_LINK)
                .where(ACCOUNT_LINK.PERSON.eq(person.value()))
                .andNotExists(DSL.selectOne()
                        .from(newer)
                        .where(newer.USERNAME.eq(ACCOUNT_LINK.USERNAME).and(newer.ID.gt(ACCOUNT_LINK.ID))))
                .limit(1)
                .fetchOptional(ACCOUNT_LINK.USERNAME);
    }

    /** Whom an organisation's system means by an id of its own. */
    public Optional<PersonId> calledBy(String organisation, String sourceId) {
        return sql.select(SOURCE_NAME.PERSON)
                .from(SOURCE_NAME)
                .where(SOURCE_NAME.ORGANISATION.eq(organisation))
                .and(SOURCE_NAME.SOURCE_ID.eq(sourceId))
                .fetchOptional(SOURCE_NAME.PERSON)
                .map(PersonId::new);
    }

    public void call(String organisation, String sourceId, PersonId person, Instant now) {
        sql.insertInto(SOURCE_NAME)
                .set(SOURCE_NAME.ORGANISATION, organisation)
                .set(SOURCE_NAME.SOURCE_ID, sourceId)
                .set(SOURCE_NAME.PERSON, person.value())
                .set(SOURCE_NAME.RECORDED_AT, Columns.utc(now))
                .execute();
    }

    /** Whether there is a record of this id at all. */
    public boolean exists(UUID id) {
        return sql.fetchExists(PERSON, PERSON.ID.eq(id));
    }
}
