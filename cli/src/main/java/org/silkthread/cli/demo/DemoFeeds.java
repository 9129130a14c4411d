package org.silkthread.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.silkthread.server.feeds.Feed;
import org.silkthread.server.feeds.Feeds;

/** The feed of the hospital's emergency department, and the dashboard of its team. */
public final class DemoFeeds {

    private static final String CODE = "dzb-ed";

    private DemoFeeds() {}

    /** The feed, once it is opened. */
    public static Optional<Feed> of(Feeds feeds) {
        return feeds.find(CODE);
    }

    /** Writes the file that opens the feed. */
    public static Path write(Path directory) {
        return write(
                directory.resolve("feeds.csv"),
                "code,organisation,name,profile,silence_minutes,port,open\n" + CODE + "," + DemoPatients.HOSPITAL
                        + ",Emergency department,emergency-hl7v2,15,,yes\n");
    }

    /** Writes the file that opens the dashboard. */
    public static Path writeDashboards(Path directory) {
        return write(
                directory.resolve("dashboards.csv"),
                "code,organisation,title,template,feeds,practice,open\n" + CODE + "," + DemoPatients.HOSPITAL
                        + ",Emergency department,emergency-department," + CODE + ",,yes\n");
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the demonstration's feeds", e);
        }
    }
}
