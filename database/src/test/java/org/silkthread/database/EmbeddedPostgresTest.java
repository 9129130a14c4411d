package org.silkthread.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    Path directory;

    @Test
    void given_a_row_written_when_the_database_is_closed_and_opened_again_then_the_row_is_there() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(directory)) {
            execute(postgres.address(), "create table kept (word text)");
            execute(postgres.address(), "insert into kept values ('silk')");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(directory)) {
            assertThat(read(postgres.address(), "select word from kept")).isEqualTo("silk");
        }
    }

    @Test
    void given_a_running_database_when_it_is_opened_a_second_time_then_the_second_joins_the_first()
            throws SQLException {
        try (EmbeddedPostgres first = EmbeddedPostgres.open(directory);
                EmbeddedPostgres second = EmbeddedPostgres.open(directory)) {
            assertThat(second.address()).isEqualTo(first.address());
            second.close();
            assertThat(read(first.address(), "select 'still here'")).isEqualTo("still here");
        }
    }

    @Test
    void every_commit_is_on_disk_before_it_is_acknowledged() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(directory)) {
            assertThat(read(postgres.address(), "show fsync")).isEqualTo("on");
            assertThat(read(postgres.address(), "show synchronous_commit")).isEqualTo("on");
            assertThat(read(postgres.address(), "show listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void given_a_new_database_when_the_migrations_are_applied_twice_then_the_second_changes_nothing()
            throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(directory)) {
            Migrations.apply(postgres.address());
            String before = read(postgres.address(), "select count(*)::text from public.flyway_schema_history");
            Migrations.apply(postgres.address());
            assertThat(read(postgres.address(), "select count(*)::text from public.flyway_schema_history"))
                    .isEqualTo(before);
        }
    }

    private static void execute(DatabaseAddress address, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(DatabaseAddress address, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
