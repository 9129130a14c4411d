/** Synthetic populations: plausible English patients as FHIR R4 resources, the same for the same seed. */
@NullMarked
package org.silkthread.measure.synthetic;

import org.jspecify.annotations.NullMarked;
