package org.silkthread.server.measurement;

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
import java.util.ArrayList;
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
 * A server is killed with SIGKILL in the middle of a calculation. It is caught there by a trigger that makes the fourth
 * part wait for a lock that this test holds: three parts are kept by then.
 */
@ExtendWith(AsSystem.class)
class KilledWhileCalculatingTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int KEPT = 3;

    private static final String TRAP = """
            create function measurement.wait_for_the_test() returns trigger language plpgsql as $$
            begin
                if new.part > %d then
                    perform pg_advisory_xact_lock(4711);
                    -- The lock is let go while the database ends: nothing may be kept of what waited for it.
                    raise exception 'the server was killed';
                end if;
                return new;
            end $$;
            create trigger wait_for_the_test before insert on measurement.part
                for each row execute function measurement.wait_for_the_test()
            """.formatted(KEPT);

    @TempDir
    Path directory;

    @Test
    void check_46_given_a_kill_in_the_middle_then_the_next_server_goes_on_and_gives_what_an_undisturbed_one_gives()
            throws IOException, SQLException, InterruptedException {
        MeasuredServer.load(population(), 200, 2026);
        try (ConfigurableApplicationContext context =
                CalculatingProcess.start(data(), population().toString())) {
            assertThat(context.getBean(Calculations.class).latest(1)).isEmpty();
        }

        List<String> kept = killWhileCalculating();
        assertThat(kept).as("parts that are kept after the kill").hasSize(KEPT);

        try (ConfigurableApplicationContext context =
                CalculatingProcess.start(data(), population().toString())) {
            Calculations calculations = context.getBean(Calculations.class);
            Calculation resumed =
                    over(calculations, calculations.latest(1).getFirst().id());
            assertThat(resumed.state()).isInstanceOf(CalculationState.Completed.class);
            assertThat(resumed.progress())
                    .isEqualTo(new Calculation.Progress(CalculatingProcess.PARTS, CalculatingProcess.PARTS, 200));
            Calculation undisturbed =
                    over(calculations, CalculatingProcess.ask(context).id());
            assertThat(withoutDate(calculations.reports(resumed.id())))
                    .isEqualTo(withoutDate(calculations.reports(undisturbed.id())))
                    .contains("MeasureReport");
            assertThat(calculations.results(resumed.id())).isEqualTo(calculations.results(undisturbed.id()));
            try (Connection connection = connect()) {
                assertThat(parts(connection, resumed.id()))
                        .as("parts not read again")
                        .startsWith(kept.toArray(String[]::new));
            }
        }
    }

    private List<String> killWhileCalculating() throws IOException, SQLException, InterruptedException {
        Process server = start();
        await(words(server), CalculatingProcess.READY);
        // The database was started by the server and ends with it, and with it this connection.
        Connection lock = connect();
        Statement statement = lock.createStatement();
        statement.execute(TRAP);
        statement.execute("select pg_advisory_lock(4711)");
        server.getOutputStream().write("go\n".getBytes(StandardCharsets.UTF_8));
        server.getOutputStream().flush();
        until(() -> isCaught(statement));
        server.destroyForcibly().waitFor();
        until(() -> !Files.exists(Path.of(data(), "postgres/postmaster.pid")));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(Path.of(data()));
                Connection connection = connect(postgres.address());
                Statement tidy = connection.createStatement()) {
            tidy.execute("drop trigger wait_for_the_test on measurement.part");
            return parts(connection, 1);
        }
    }

    private static boolean isCaught(Statement statement) {
        try (ResultSet rows =
                statement.executeQuery("select count(*) from pg_locks where locktype = 'advisory' and not granted")) {
            rows.next();
            return rows.getInt(1) == 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The parts of a calculation with the moment when each was done. */
    private static List<String> parts(Connection connection, long calculation) throws SQLException {
        List<String> parts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select part || ' ' || done_at from measurement.part"
                        + " where calculation = " + calculation + " order by part")) {
            while (rows.next()) {
                parts.add(rows.getString(1));
            }
        }
        return parts;
    }

    private static String withoutDate(String reports) {
        return reports.replaceAll("\"date\":\"[^\"]*\"", "\"date\":\"\"");
    }

    private static Calculation over(Calculations calculations, long id) throws InterruptedException {
        until(() -> calculations.find(id).orElseThrow().state().isOver());
        return calculations.find(id).orElseThrow();
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private Path population() {
        return directory.resolve("population");
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "--enable-native-access=ALL-UNNAMED",
                        CalculatingProcess.class.getName(),
                        data(),
                        population().toString())
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

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Waited in vain for " + PATIENCE.toMinutes() + " minutes");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private Connection connect() throws SQLException {
        return connect(EmbeddedPostgres.open(Path.of(data())).address());
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }
}
