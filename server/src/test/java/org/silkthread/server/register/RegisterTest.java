package org.silkthread.server.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silkthread.server.ServerTest;
import org.silkthread.server.register.store.ContentFiles;
import org.silkthread.server.register.store.EntryTable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;

@ServerTest
class RegisterTest {

    private static final Citation CITATION = new Citation("A paper", "paragraph 1", Optional.empty());
    private static final String STANDARD = """
            id: door-to-needle
            version: 1
            title: Door to needle
            effectiveFrom: 2020-04-01
            citation:
              source: A paper
              reference: paragraph 1
            minutes: 60
            levels: [HIGH, LOW]
            """;

    private final EntryTable entries;
    private final Clock clock;
    private final PlatformTransactionManager transactions;
    private final DSLContext database;
    private final ContentKind<Standard> kind = new ContentKind<>("test-" + UUID.randomUUID(), Standard.class);

    @TempDir
    Path content;

    RegisterTest(EntryTable entries, Clock clock, PlatformTransactionManager transactions, DSLContext database) {
        this.entries = entries;
        this.clock = clock;
        this.transactions = transactions;
        this.database = database;
    }

    enum Level {
        HIGH,
        LOW
    }

    record Standard(
            String id,
            int version,
            String title,
            LocalDate effectiveFrom,
            Optional<LocalDate> effectiveTo,
            Citation citation,
            int minutes,
            List<Level> levels,
            Optional<String> note)
            implements Content {}

    @Test
    void given_a_second_version_when_a_date_is_read_then_the_version_in_force_on_it_is_found() {
        Register register = register();
        register.put(kind, standard(1, "2020-04-01", Optional.empty(), 60));
        register.put(kind, standard(2, "2022-04-01", Optional.empty(), 45));

        assertThat(minutes(register, "2020-03-31")).isEmpty();
        assertThat(minutes(register, "2020-04-01")).contains(60);
        assertThat(minutes(register, "2022-03-31")).contains(60);
        assertThat(minutes(register, "2022-04-01")).contains(45);
        assertThat(minutes(register, "2090-01-01")).contains(45);
        assertThat(register.history(kind, "door-to-needle"))
                .extracting(Entry::version)
                .containsExactly(2, 1);
        assertThat(register.history(kind, "door-to-needle").getLast().effectiveTo())
                .contains(LocalDate.of(2022, 3, 31));
        assertThat(register.asAt(kind, "door-to-needle", LocalDate.of(2021, 1, 1))
                        .orElseThrow()
                        .effectiveTo())
                .contains(LocalDate.of(2022, 3, 31));
    }

    @Test
    void given_a_version_recorded_later_when_reading_as_known_before_then_it_is_not_seen() {
        Register register = register();
        register.put(kind, standard(1, "2020-04-01", Optional.empty(), 60));
        Instant between = clock.instant();
        register.put(kind, standard(2, "2020-04-01", Optional.empty(), 45));

        LocalDate date = LocalDate.of(2020, 6, 1);
        assertThat(register.asAt(kind, "door-to-needle", date).orElseThrow().version())
                .isEqualTo(2);
        Entry<Standard> asKnown =
                register.asAt(kind, "door-to-needle", date, between).orElseThrow();
        assertThat(asKnown.version()).isEqualTo(1);
        assertThat(asKnown.effectiveTo()).isEmpty();
    }

    @Test
    void given_a_version_that_names_its_last_day_then_nothing_is_in_force_afterwards() {
        Register register = register();
        register.put(kind, standard(1, "2020-04-01", Optional.of(LocalDate.of(2020, 12, 31)), 60));
        assertThat(minutes(register, "2020-12-31")).contains(60);
        assertThat(minutes(register, "2021-01-01")).isEmpty();
        assertThat(register.all(kind, LocalDate.of(2021, 1, 1))).isEmpty();
    }

    /** Compared with a plain reading of the rule over the list of versions, for histories of every shape. */
    @Test
    void as_at_any_date_the_newest_version_that_has_begun_is_in_force_unless_it_has_ended() {
        Register register = register();
        Random random = new Random(20080630);
        LocalDate origin = LocalDate.of(2020, 1, 1);
        for (int history = 0; history < 40; history++) {
            String key = "history-" + history;
            List<Standard> versions = new ArrayList<>();
            for (int version = 1; version <= 1 + random.nextInt(5); version++) {
                LocalDate from = origin.plusDays(random.nextInt(30));
                Optional<LocalDate> to =
                        random.nextInt(3) == 0 ? Optional.of(from.plusDays(random.nextInt(10))) : Optional.empty();
                Standard standard =
                        new Standard(key, version, "T", from, to, CITATION, version, List.of(), Optional.empty());
                versions.add(standard);
                register.put(kind, standard);
            }
            for (int day = -1; day < 42; day++) {
                LocalDate date = origin.plusDays(day);
                Optional<Standard> expected = versions.stream()
                        .filter(version -> !version.effectiveFrom().isAfter(date))
                        .max(Comparator.comparing(Standard::version))
                        .filter(version -> version.effectiveTo()
                                .map(last -> !date.isAfter(last))
                                .orElse(true));
                Optional<Entry<Standard>> found = register.asAt(kind, key, date);
                assertThat(found.map(Entry::content))
                        .as("%s on %s", versions, date)
                        .isEqualTo(expected);
                assertThat(found.map(entry -> entry.isEffectiveOn(date)).orElse(true))
                        .isTrue();
                assertThat(register.history(kind, key).stream()
                                .filter(entry -> entry.isEffectiveOn(date))
                                .map(Entry::content))
                        .isEqualTo(expected.stream().toList());
            }
        }
        assertThat(register.all(kind, origin.plusDays(29)))
                .extracting(Entry::key)
                .isSorted();
    }

    @Test
    void given_files_when_they_are_loaded_twice_then_the_second_time_changes_nothing() throws IOException {
        write("one.yaml", STANDARD);
        write("more/two.yaml", "- " + indented(STANDARD.replace("door-to-needle", "needle-to-bed")));
        assertThat(register().load(kind)).isEqualTo(2);
        assertThat(register().load(kind)).isZero();

        write(
                "one.yaml",
                "# a remark and another order change nothing\nminutes: 60\n" + STANDARD.replace("minutes: 60\n", ""));
        assertThat(register().load(kind)).isZero();
        assertThat(register().all(kind, LocalDate.of(2021, 1, 1)))
                .extracting(Entry::key)
                .containsExactly("door-to-needle", "needle-to-bed");
    }

    @Test
    void given_loaded_content_when_its_file_changes_under_the_same_version_then_starting_is_refused()
            throws IOException {
        write("one.yaml", STANDARD);
        register().load(kind);
        write("one.yaml", STANDARD.replace("60", "61"));
        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> new Register(
                        new ContentFiles("file:" + content + "/"), entries, clock, transactions, List.of(kind)))
                .withMessageContaining("one.yaml, line 1")
                .withMessageContaining("'door-to-needle' version 1 is already held with other content")
                .withMessageContaining("version 2");

        write("one.yaml", STANDARD.replace("60", "61").replace("version: 1", "version: 2"));
        assertThat(register().load(kind)).isEqualTo(1);
    }

    @Test
    void given_one_bad_file_among_good_ones_then_nothing_is_loaded() throws IOException {
        write("a.yaml", STANDARD);
        write("b.yaml", STANDARD.replace("minutes: 60", "minutes: sixty"));
        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> register().load(kind));
        assertThat(register().all(kind, LocalDate.of(2021, 1, 1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    minutes: 60           | minutes: sixty             | line 8, column 10: in 'minutes': found 'sixty', expected a whole number
                    minutes: 60           | minute: 60                 | the field 'minutes' is missing; expected it here
                    minutes: 60           | minutes: 60~owner: me      | line 9, column 1: in 'owner': unknown field 'owner'; expected one of citation, effectiveFrom,
                    reference: paragraph 1 | reference: p~  page: 1    | line 8, column 3: in 'citation.page': unknown field 'page'; expected one of address, reference, source
                    2020-04-01            | 2020-04-31                 | line 4, column 16: in 'effectiveFrom': found '2020-04-31', expected a date such as 2024-07-31
                    [HIGH, LOW]           | [HIGH, MIDDLE]             | in 'levels[2]': found 'MIDDLE', expected one of HIGH, LOW
                    minutes: 60           | ~                      | the field 'minutes' is missing; expected it here
                    Door to needle        | ~                      | the field 'title' has no value; expected one
                    minutes: 60           | minutes: 60~minutes: 61  | line 9
                    id: door-to-needle    | id: ' '                  | expected an 'id' that is not blank
                    version: 1            | version: 0                 | expected a 'version' of 1 or more, found 0
                    levels:               | effectiveTo: 2019-01-01~levels: | 'effectiveTo' 2019-01-01 is before 'effectiveFrom' 2020-04-01
                    citation:             | citation: {              | line
                    """)
    void a_fault_in_a_file_is_named_with_its_place_and_what_was_expected(String good, String bad, String message)
            throws IOException {
        write("standard.yaml", STANDARD.replace(good, bad.replace('~', '\n')));
        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> register().load(kind))
                .withMessageStartingWith("content/" + kind.name() + "/standard.yaml, line ")
                .withMessageContaining(message);
    }

    @Test
    void the_same_version_in_two_files_is_refused_with_both_places() throws IOException {
        write("a.yaml", STANDARD);
        write("b.yaml", STANDARD);
        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> register().load(kind))
                .withMessageContaining("b.yaml, line 1")
                .withMessageContaining("a.yaml, line 1");
    }

    @Test
    void an_empty_file_is_refused() throws IOException {
        write("empty.yaml", "");
        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> register().load(kind))
                .withMessageContaining("the file is empty");
    }

    @Test
    void what_was_recorded_cannot_be_changed_or_deleted() {
        register().put(kind, standard(1, "2020-04-01", Optional.empty(), 60));
        for (String sql : List.of(
                "update register.entry set status = 'retired'",
                "delete from register.entry",
                "truncate register.entry")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> database.execute(sql))
                    .withMessageContaining("kept as it was written");
        }
    }

    private Register register() {
        return new Register(new ContentFiles("file:" + content + "/"), entries, clock, transactions, List.of());
    }

    private static Standard standard(int version, String from, Optional<LocalDate> to, int minutes) {
        return new Standard(
                "door-to-needle",
                version,
                "Door to needle",
                LocalDate.parse(from),
                to,
                CITATION,
                minutes,
                List.of(Level.HIGH),
                Optional.of("a note"));
    }

    private Optional<Integer> minutes(Register register, String date) {
        return register.asAt(kind, "door-to-needle", LocalDate.parse(date))
                .map(entry -> entry.content().minutes());
    }

    private void write(String name, String text) throws IOException {
        Path file = content.resolve(kind.name()).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String indented(String yaml) {
        return yaml.strip().replace("\n", "\n  ") + "\n";
    }
}
