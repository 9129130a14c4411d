package org.silkthread.server.indicators;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** The text of a cut. Its fields are written in this order and without spaces, so equal cuts have equal bytes. */
record FrozenCut(
        String format, UUID id, String title, Instant createdAt, String createdBy, List<FrozenFigure> figures) {

    static final String FORMAT = "silkthread-cut-1";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    String text() {
        return JSON.writeValueAsString(this);
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws tools.jackson.core.JacksonException if the text is not a cut
     */
    static FrozenCut read(String text) {
        return JSON.readValue(text, FrozenCut.class);
    }
}
