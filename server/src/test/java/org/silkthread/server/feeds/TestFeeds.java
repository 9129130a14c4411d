package org.silkthread.server.feeds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.springframework.stereotype.Component;

/** Opens feeds, each on a port of its own. A bean of every test's server. */
@Component
public class TestFeeds {

    private static final Actor TEST = new Actor.SystemJob("test");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final FeedImports imports;
    private final Feeds feeds;

    TestFeeds(FeedImports imports, Feeds feeds) {
        this.imports = imports;
        this.feeds = feeds;
    }

    /** An open feed of an emergency department. */
    public Feed open() {
        return open("emergency-hl7v2");
    }

    /** An open feed whose messages are read in this way. */
    public Feed open(String profile) {
        return open(profile, "ZED");
    }

    /** An open feed of an organisation; one of HL7 version 2 listens. */
    public Feed open(String profile, String organisation) {
        String code = "test-ed-" + COUNT.incrementAndGet();
        String port = profile.endsWith("hl7v2") ? String.valueOf(freePort()) : "";
        ImportReport report = take("code,organisation,name,profile,silence_minutes,port,open\n" + code + ","
                + organisation + ",Emergency department," + profile + ",5," + port + ",yes\n");
        if (report.added() != 1) {
            throw new AssertionError("The feed was not opened: " + report.problems());
        }
        return feeds.find(code).orElseThrow();
    }

    /** Takes in a file of feeds. */
    public ImportReport take(String file) {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        return DataScope.asSystem(
                "a test",
                () -> imports.importers()
                        .getFirst()
                        .work()
                        .importFile("feeds.csv", () -> new ByteArrayInputStream(bytes), ImportOptions.STRICT, TEST));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
