/** FHIR R4 measures over the engine's definitions: membership of patients, tallies, scores, runs and MeasureReports. */
@NullMarked
package org.silkthread.measure.report;

import org.jspecify.annotations.NullMarked;
