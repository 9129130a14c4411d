package org.silkthread.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL kept in a folder. It listens on this machine's loopback address alone, asks for a generated
 * password, and writes every commit to disk before it answers, so that nothing acknowledged is lost in a crash. It ends
 * with the process that started it, and when it ends before it is started again; a second process that opens the same folder
 * joins the running one.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ROLE = "silkthread";

    private final DatabaseAddress address;
    private final Optional<PostgresProcess> started;

    private EmbeddedPostgres(DatabaseAddress address, Optional<PostgresProcess> started) {
        this.address = address;
        this.started = started;
    }

    /**
     * Opens the database in {@code directory}, making it when the folder has none.
     *
     * @throws IllegalStateException if PostgreSQL does not start; the message names its log
     */
    public static EmbeddedPostgres open(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            try (FileChannel lock = FileChannel.open(
                            root.resolve("postgres.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                if (!held.isValid()) {
                    throw new IllegalStateException("Cannot lock " + root);
                }
                Optional<DatabaseAddress> running = running(root);
                if (running.isPresent()) {
                    return new EmbeddedPostgres(running.get(), Optional.empty());
                }
                return start(root);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the database folder " + root, e);
        }
    }

    /** The database {@code silkthread} of this server. */
    public DatabaseAddress address() {
        return address;
    }

    /** Stops the server if this object started it: open transactions are rolled back, committed ones are on disk. */
    @Override
    public void close() {
        started.ifPresent(PostgresProcess::close);
    }

    private static EmbeddedPostgres start(Path root) throws IOException {
        PostgresBinaries binaries = PostgresBinaries.unpacked();
        Path data = root.resolve("postgres");
        Path passwordFile = root.resolve("postgres.password");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(binaries, data, passwordFile);
        }
        int port = freePort();
        PostgresProcess process = PostgresProcess.start(command(binaries, data, port), root.resolve("postgres.log"));
        DatabaseAddress address = address(port, Files.readString(passwordFile).strip());
        awaitReady(process, address, root.resolve("postgres.log"));
        process.keepAlive();
        createDatabase(address);
        log.debug("PostgreSQL listens on port {} for {}", port, root);
        return new EmbeddedPostgres(address, Optional.of(process));
    }

    private static void initialise(PostgresBinaries binaries, Path data, Path passwordFile) throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        if (!Files.exists(passwordFile)) {
            Files.createFile(
                    passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(passwordFile, HexFormat.of().formatHex(secret));
        Files.createDirectories(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        Unprivileged.own(data);
        Path handedOver = Files.createTempFile("silkthread", ".pw");
        try {
            Files.writeString(handedOver, HexFormat.of().formatHex(secret));
            Unprivileged.own(handedOver);
            run(
                    Unprivileged.command(
                            List.of(
                                    binaries.program("initdb").toString(),
                                    "--pgdata=" + data,
                                    "--username=" + ROLE,
                                    "--pwfile=" + handedOver,
                                    "--auth=scram-sha-256",
                                    "--encoding=UTF8",
                                    "--locale-provider=builtin",
                                    "--locale=C.UTF-8"),
                            data),
                    data.resolveSibling("postgres.log"));
        } finally {
            Files.deleteIfExists(handedOver);
        }
    }

    private static void run(List<String> command, Path logFile) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("PostgreSQL could not make its folder. Its words are in " + logFile);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL made its folder", e);
        }
    }

    private static List<String> command(PostgresBinaries binaries, Path data, int port) {
        return Unprivileged.boundCommand(
                List.of(
                        binaries.program("postgres").toString(),
                        "-D",
                        data.toString(),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "port=" + port,
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "max_connections=64",
                        "-c",
                        "shared_buffers=128MB",
                        "-c",
                        "fsync=on",
                        "-c",
                        "synchronous_commit=on",
                        "-c",
                        "timezone=UTC",
                        "-c",
                        "jit=off",
                        // The words of an error quote what is stored; the application logs its kind and place instead.
                        "-c",
                        "log_min_messages=log",
                        "-c",
                        "log_min_error_statement=panic",
                        "-c",
                        "log_error_verbosity=terse"),
                data);
    }

    private static void awaitReady(PostgresProcess process, DatabaseAddress address, Path logFile) {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("PostgreSQL did not start. Its words are in " + logFile);
            }
            if (answers(maintenance(address))) {
                return;
            }
            pause();
        }
        process.close();
        throw new IllegalStateException("PostgreSQL did not answer within a minute. Its words are in " + logFile);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL started", e);
        }
    }

    private static Optional<DatabaseAddress> running(Path root) throws IOException {
        Path pidFile = root.resolve("postgres/postmaster.pid");
        Path passwordFile = root.resolve("postgres.password");
        if (!Files.exists(pidFile) || !Files.exists(passwordFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        // Line 4 of postmaster.pid is the port.
        if (lines.size() < 4) {
            return Optional.empty();
        }
        DatabaseAddress address = address(
                Integer.parseInt(lines.get(3).strip()),
                Files.readString(passwordFile).strip());
        return answers(address) ? Optional.of(address) : Optional.empty();
    }

    private static boolean answers(DatabaseAddress address) {
        try (Connection connection = connect(address)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private static void createDatabase(DatabaseAddress address) {
        try (Connection connection = connect(maintenance(address));
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + ROLE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + ROLE);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the database " + ROLE, e);
        }
    }

    private static DatabaseAddress address(int port, String password) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + ROLE, ROLE, password);
    }

    private static DatabaseAddress maintenance(DatabaseAddress address) {
        return new DatabaseAddress(
                address.url().replaceFirst("/" + ROLE + "$", "/postgres"), address.user(), address.password());
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
