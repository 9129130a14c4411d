package org.silkthread.measure.value;

import org.jspecify.annotations.Nullable;

/** A code of a code system (CQL System.Code). Any part but the code may be absent. */
public record Code(
        @Nullable String code,
        @Nullable String system,
        @Nullable String version,
        @Nullable String display) {}
