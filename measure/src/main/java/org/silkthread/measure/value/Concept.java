package org.silkthread.measure.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Codes of one meaning (CQL System.Concept). */
public record Concept(List<Code> codes, @Nullable String display) {}
