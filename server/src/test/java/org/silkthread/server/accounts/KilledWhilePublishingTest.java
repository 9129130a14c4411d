package org.silkthread.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.silkthread.database.DatabaseAddress;
import org.silkthread.database.EmbeddedPostgres;
import org.silkthread.server.AsSystem;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A server is killed with SIGKILL in the middle of the transaction that publishes an account. It is caught there by a
 * lock that this test holds on the audit trail, which is written last: account and comparison are written by then, and
 * nothing is committed.
 */
@ExtendWith(AsSystem.class)
class KilledWhilePublishingTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    @Test
    void
            check_46_given_a_kill_in_the_middle_of_publishing_then_nothing_is_public_and_after_the_next_publishing_everything_is()
                    throws IOException, SQLException, InterruptedException {
        String code = prepare();

        killWhilePublishing(code);
        assertThat(traces(code))
                .as("account, comparison and audit after the kill")
                .containsExactly(0, 0, 0);

        publishAndKill(code);
        assertThat(traces(code))
                .as("account, comparison and audit after publishing")
                .containsExactly(1, 1, 1);
    }

    /** An account that is signed and waits to be published. */
    private String prepare() {
        try (ConfigurableApplicationContext context = PublishingProcess.start(directory.toString())) {
            TestProviders providers = context.getBean(TestProviders.class);
            String code = providers.trust();
            providers.sendEverything(code);
            context.getBean(TestAccounts.class).signed(code);
            return code;
        }
    }

    private void killWhilePublishing(String code) throws IOException, SQLException, InterruptedException {
        Process server = start(code);
        await(words(server), PublishingProcess.READY);
        // The database was started by the server and ends with it, and with it this connection.
        Connection lock = connect(EmbeddedPostgres.open(directory).address());
        lock.setAutoCommit(false);
        Statement statement = lock.createStatement();
        statement.execute("lock table audit.entry in exclusive mode");
        tell(server, "publish");
        until(() -> isCaught(statement));
        server.destroyForcibly().waitFor();
        untilDatabaseHasStopped();
    }

    /** The publishing transaction has written account and comparison and waits for the audit trail. */
    private static boolean isCaught(Statement statement) {
        String sql = """
                select count(distinct written.relation)
                from pg_locks waiting
                join pg_locks written on written.pid = waiting.pid and written.granted
                where not waiting.granted
                    and waiting.relation = 'audit.entry'::regclass
                    and written.mode = 'RowExclusiveLock'
                    and written.relation in ('publication.step'::regclass, 'choices.comparison'::regclass)
                """;
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1) == 2;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void publishAndKill(String code) throws IOException, InterruptedException {
        Process server = start(code);
        BufferedReader words = words(server);
        await(words, PublishingProcess.READY);
        tell(server, "publish");
        await(words, PublishingProcess.DONE);
        server.destroyForcibly().waitFor();
        untilDatabaseHasStopped();
    }

    /** How often the account, the comparison and the audit trail say that the account is public. */
    private List<Integer> traces(String code) throws SQLException {
        String id = TestAccounts.id(code).code();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(directory);
                Connection connection = connect(postgres.address())) {
            return List.of(
                    count(
                            connection,
                            "select count(*) from publication.step where step = 'publish' and publication = '" + id
                                    + "'"),
                    count(connection, "select count(*) from choices.comparison where organisation = '" + code + "'"),
                    count(
                            connection,
                            "select count(*) from audit.entry where action = 'publication.publish' and subject = '" + id
                                    + "'"));
        }
    }

    private static int count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private Process start(String code) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "--enable-native-access=ALL-UNNAMED",
                        PublishingProcess.class.getName(),
                        directory.toString(),
                        code)
                .redirectError(directory.resolve("server.log").toFile())
                .start();
    }

    private static BufferedReader words(Process server) {
        return new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
    }

    private void await(BufferedReader words, String expected) throws IOException {
        for (String line = words.readLine(); line != null; line = words.readLine()) {
            if (line.equals(expected)) {
                return;
            }
        }
        throw new IllegalStateException("The server ended: " + Files.readString(directory.resolve("server.log")));
    }

    private static void tell(Process server, String order) throws IOException {
        server.getOutputStream().write((order + "\n").getBytes(StandardCharsets.UTF_8));
        server.getOutputStream().flush();
    }

    private void untilDatabaseHasStopped() throws InterruptedException {
        until(() -> !Files.exists(directory.resolve("postgres/postmaster.pid")));
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Waited in vain for " + PATIENCE.toMinutes() + " minutes");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }
}
