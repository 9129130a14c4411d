/** The shape of FHIR R4: types with numbered elements, and structures that hold their values in slots. */
@NullMarked
package org.silkthread.measure.model;

import org.jspecify.annotations.NullMarked;
