package org.silkthread.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An hour of an emergency department in three minutes: played over MLLP into a server whose clock runs with it, seen on the wall in
 * a browser, held against a script that knows nothing of the product. Run it with
 * {@code -Dsilkthread.recorded-run=FOLDER}; pictures and numbers go there.
 */
@EnabledIfSystemProperty(named = "silkthread.recorded-run", matches = ".+")
class RecordedRunTest {

    private static final int SPEED = 20;
    private static final Duration UNTIL_THE_PLAY = Duration.ofSeconds(90);
    /** The first tiles are about what messages say; what patients say comes after them. */
    private static final int TILES = 8;

    private static final String READ = """
            () => [document.querySelector('[data-silk-board]').dataset.at,
                ...[...document.querySelectorAll('.silk-tile__figure')].map(figure => figure.textContent.trim())]""";

    @TempDir
    Path folder;

    private final Path results = Path.of(System.getProperty("silkthread.recorded-run", ""));

    @Test
    void the_wall_shows_what_the_messages_say_through_a_surge_and_a_stopped_feed() throws Exception {
        Files.createDirectories(results);
        int port = freePort();
        String wall = prepared(port);
        Instant since = Instant.now().plus(UNTIL_THE_PLAY).truncatedTo(ChronoUnit.SECONDS);
        Instant start = since.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(35));
        Map<String, List<String>> shown = new LinkedHashMap<>();
        try (SilkProcess server = demonstration(
                        "--clock-start",
                        start.toString(),
                        "--clock-since",
                        since.toString(),
                        "--clock-speed",
                        Integer.toString(SPEED));
                Chromium chromium = new Chromium();
                BrowserContext context = chromium.desktop()) {
            Page page = context.newPage();
            page.navigate(server.address() + wall);
            try (SilkProcess sender = sender(port, start, since)) {
                watch(page, since, shown);
                assertThat(sender.words()).contains("0 refused, 0 without answer");
            }
        }
        compare(shown);
    }

    /** A demonstration with a feed, a dashboard and a screen of its own, and the path of the screen. */
    private String prepared(int port) throws IOException {
        Path feeds = Files.writeString(
                folder.resolve("feeds.csv"),
                "code,organisation,name,profile,silence_minutes,port,open\n"
                        + "play-ed,DZB,Emergency department,emergency-hl7v2,5," + port + ",yes\n");
        Path dashboards = Files.writeString(
                folder.resolve("dashboards.csv"),
                "code,organisation,title,template,feeds,practice,open\n"
                        + "play,DZB,Emergency department,emergency-department,play-ed,,yes\n");
        try (SilkProcess demo = demonstration();
                Chromium chromium = new Chromium();
                BrowserContext context = chromium.desktop()) {
            String address = demo.address();
            imported("feeds", feeds);
            imported("dashboards", dashboards);
            Page page = SignIn.at(address, lead(), context);
            page.navigate(address + "/dashboards/play/wall");
            page.getByLabel("Where does it hang?").fill("by the door");
            Press.button(page, "Open a screen");
            return page.locator("#address").textContent().strip();
        }
    }

    private void imported(String kind, Path file) {
        SilkProcess.Outcome outcome = SilkProcess.run(
                folder,
                "import",
                kind,
                file.toString(),
                "--dir",
                folder.resolve("data").toString());
        assertThat(outcome.exitCode()).as(outcome.words()).isZero();
    }

    private Demonstration.Account lead() {
        Demonstration.Account[] accounts = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(folder.resolve("accounts.json").toFile(), Demonstration.Account[].class);
        return List.of(accounts).stream()
                .filter(account -> account.role().equals("QUALITY_LEAD")
                        && account.organisation().equals("DZB"))
                .findFirst()
                .orElseThrow();
    }

    private SilkProcess demonstration(String... further) {
        List<String> arguments = new ArrayList<>(List.of(
                "demo",
                "--port",
                "0",
                "--dir",
                folder.resolve("data").toString(),
                "--accounts",
                folder.resolve("accounts.json").toString(),
                "--no-build"));
        arguments.addAll(List.of(further));
        return SilkProcess.start(folder, arguments.toArray(String[]::new));
    }

    private SilkProcess sender(int port, Instant start, Instant since) {
        return SilkProcess.start(
                folder,
                "synth",
                "ae",
                "--rate",
                Integer.toString(SPEED),
                "--minutes",
                "60",
                "--start",
                start.toString(),
                "--since",
                since.toString(),
                "--surge-at",
                "8",
                "--surge-minutes",
                "22",
                "--stop-at",
                "38",
                "--stop-minutes",
                "14",
                "--to",
                "127.0.0.1:" + port,
                "--out",
                results.resolve("messages.txt").toString(),
                "--receipts",
                results.resolve("receipts.txt").toString());
    }

    /** Reads the wall twice a second for the whole hour, and takes pictures of it. */
    private void watch(Page page, Instant since, Map<String, List<String>> shown) throws InterruptedException {
        Map<Integer, String> pictures =
                new LinkedHashMap<>(Map.of(3, "start", 32, "surge", 49, "stopped", 58, "recovered"));
        boolean saidThatItStopped = false;
        long minute = 0;
        while (minute < 62) {
            Thread.sleep(500);
            minute = Duration.between(since, Instant.now()).toSeconds() * SPEED / 60;
            List<?> read = (List<?>) page.evaluate(READ);
            if (read.size() == TILES + 1 && minute >= 0) {
                shown.put(
                        read.getFirst().toString(),
                        read.stream().skip(1).map(Object::toString).toList());
            }
            String picture = pictures.remove((int) minute);
            if (picture != null) {
                page.screenshot(new Page.ScreenshotOptions().setPath(results.resolve(picture + ".png")));
                saidThatItStopped |= picture.equals("stopped") && page.content().contains("Not live");
            }
        }
        assertThat(pictures).isEmpty();
        assertThat(saidThatItStopped).isTrue();
    }

    /** Moments at which no message was just coming must agree in every number. */
    private void compare(Map<String, List<String>> shown) throws IOException, InterruptedException {
        Process script = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Path.of("..", "tools", "DepartmentNumbers.java").toString(),
                        results.resolve("messages.txt").toString(),
                        "--receipts",
                        results.resolve("receipts.txt").toString(),
                        "-")
                .redirectOutput(results.resolve("script.txt").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        script.getOutputStream().write(String.join("\n", shown.keySet()).getBytes(StandardCharsets.UTF_8));
        script.getOutputStream().close();
        assertThat(script.waitFor()).isZero();
        Map<String, List<String>> workedOut = new LinkedHashMap<>();
        for (String line : Files.readAllLines(results.resolve("script.txt"))) {
            String[] parts = line.split("\t");
            if (parts[2].equals("0")) {
                workedOut.computeIfAbsent(parts[0], moment -> new ArrayList<>()).add(parts[5]);
            }
        }
        StringBuilder wall = new StringBuilder();
        shown.forEach((moment, figures) -> wall.append(moment)
                .append('\t')
                .append(String.join("\t", figures))
                .append('\n'));
        Files.writeString(results.resolve("wall.txt"), wall);
        assertThat(workedOut).hasSizeGreaterThan(20);
        workedOut.forEach(
                (moment, figures) -> assertThat(shown.get(moment)).as(moment).isEqualTo(figures));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
