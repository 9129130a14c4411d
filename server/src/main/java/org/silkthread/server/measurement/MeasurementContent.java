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
    private @Nullable Content content;

    MeasurementContent(MeasurementSettings settings) {
        this.settings = settings;
    }

    synchronized Content content() {
        Content read = content;
        if (read == null) {
            try {
                read = Content.read(settings.content());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            content = read;
        }
        return read;
    }
}
