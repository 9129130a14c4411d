package org.silkthread.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.silkthread.cli.mllp.Recording;
import org.silkthread.cli.mllp.Sending;
import org.silkthread.database.DatabaseAddress;
import org.silkthread.database.EmbeddedPostgres;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.dashboards.Dashboards;
import org.silkthread.server.dashboards.Screens;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;

/**
 * A folder with one feed of an emergency department, its dashboard and a screen on a wall.
 *
 * @param data the installation's folder
 * @param feed where the feed listens
 * @param wall the path of the screen
 */
record PlayedInstallation(Path data, InetSocketAddress feed, String wall) {

    private static final Actor TEST = new Actor.SystemJob("test");
    private static final Pattern FIGURE = Pattern.compile("id=\"tile-\\d+-figure\" data-live>([^<]*)<");
    /** The first tiles are about what messages say; what patients say comes after them. */
    private static final int FROM_MESSAGES = 8;

    private static final Pattern MOMENT = Pattern.compile("data-at=\"([^\"]+)\"");

    /** What a wall or the script shows, in the order of the tiles, and of which moment. */
    record Figures(String moment, List<String> shown) {}

    static PlayedInstallation in(Path folder) throws IOException {
        InetSocketAddress feed = freePort();
        Path feeds = Files.writeString(
                folder.resolve("feeds.csv"),
                "code,organisation,name,profile,silence_minutes,port,open\n"
                        + "play-ed,DZB,Emergency department,emergency-hl7v2,15," + feed.getPort() + ",yes\n");
        Path dashboards = Files.writeString(
                folder.resolve("dashboards.csv"),
                "code,organisation,title,template,feeds,practice,open\n"
                        + "play,DZB,Emergency department,emergency-department,play-ed,,yes\n");
        Path data = folder.resolve("data");
        String secret = DataScope.asSystem("a test", () -> {
            try (Installation installation = Installation.open(DataFolder.of(data))) {
                take(installation, "feeds", feeds);
                take(installation, "dashboards", dashboards);
                return installation
                        .room(Screens.class)
                        .open(
                                installation.room(Dashboards.class).find("play").orElseThrow(),
                                "by the door",
                                new SignedIn("test", "Test", Set.of()));
            }
        });
        return new PlayedInstallation(data, feed, "/wall/" + secret);
    }

    private static InetSocketAddress freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), free.getLocalPort());
        }
    }

    private static void take(Installation installation, String kind, Path file) {
        ImportReport report = installation
                .importer(kind)
                .work()
                .importFile(kind + ".csv", () -> Files.newInputStream(file), ImportOptions.STRICT, TEST);
        assertThat(report.added()).as(report.toString()).isEqualTo(1);
    }

    /** One column of what a query finds in the database of the running server. */
    List<String> found(String sql) throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(data);
                Connection connection = connect(postgres.address());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    /** Kills the process of the database, as the system does when it runs out of memory. */
    void killDatabase() {
        try {
            String first =
                    Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst();
            ProcessHandle.of(Long.parseLong(first.strip())).orElseThrow().destroyForcibly();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot find the process of the database", e);
        }
    }

    /** What the screen on the wall shows. */
    Figures shown(ServerProcess server) throws IOException, InterruptedException {
        String page = server.get(wall);
        Matcher moment = MOMENT.matcher(page);
        assertThat(moment.find()).as(page).isTrue();
        List<String> figures = FIGURE.matcher(page)
                .results()
                .map(found -> found.group(1))
                .limit(FROM_MESSAGES)
                .toList();
        assertThat(figures).hasSize(FROM_MESSAGES);
        return new Figures(moment.group(1), figures);
    }

    /** What the script works out from the messages alone, of the same moment. */
    Figures workedOut(List<Sending> messages, String moment) throws IOException, InterruptedException {
        Path file = data.resolveSibling("messages.txt");
        Recording.write(file, messages);
        Process script = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Path.of("..", "tools", "DepartmentNumbers.java").toString(),
                        file.toString(),
                        moment)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String written = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).isZero();
        return new Figures(
                moment,
                written.lines()
                        .map(line -> line.substring(line.lastIndexOf('\t') + 1))
                        .toList());
    }
}
