package org.silkthread.measure.report;

import org.silkthread.measure.content.LibraryName;

/** A measure and the library in which its criteria are defined. A composite has no criteria: any library name will do. */
public record BoundMeasure(MeasureDefinition measure, LibraryName library) {}
