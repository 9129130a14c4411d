package org.silkthread.server.measurement;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.content.Content;
import org.springframework.stereotype.Component;

/** The measures, libraries and value sets of this server, read when they are first needed. */
@Component
class MeasurementContent {

    private final MeasurementSettings settings;
    private @Nullable Edition held;

    MeasurementContent(MeasurementSettings settings) {
        this.settings = settings;
    }

    /** Content as it was read, and what it is told by. */
    record Edition(Content content, String digest) {}

    /** What was read last. */
    synchronized Content content() {
        Edition last = held;
        return last == null ? current().content() : last.content();
    }

    /** The content as the files are now; they are read again only when one has changed. */
    synchronized Edition current() {
        try {
            String digest = ContentDigest.of(settings.content());
            Edition last = held;
            if (last == null || !last.digest().equals(digest)) {
                last = new Edition(Content.read(settings.content()), digest);
                held = last;
            }
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
