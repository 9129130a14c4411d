package org.silkthread.server.persons.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.silkthread.server.persons.PrivacyLabel;

/** How moments and labels stand in columns. */
final class Columns {

    private Columns() {}

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static String[] codes(Collection<PrivacyLabel> labels) {
        return labels.stream().map(PrivacyLabel::code).sorted().toArray(String[]::new);
    }

    static Set<PrivacyLabel> labels(String[] codes) {
        Set<PrivacyLabel> labels = EnumSet.noneOf(PrivacyLabel.class);
        Arrays.stream(codes)
                .map(code -> PrivacyLabel.of(code)
                        .orElseThrow(() -> new IllegalStateException("Unknown privacy label " + code)))
                .forEach(labels::add);
        return labels;
    }
}
