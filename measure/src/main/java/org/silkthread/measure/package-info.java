/** The measure engine: FHIR R4 measures written in CQL, evaluated over whole populations. */
@NullMarked
package org.silkthread.measure;

import org.jspecify.annotations.NullMarked;
