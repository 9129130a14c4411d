/** Results of CQL as FHIR R4 Parameters, and structures as FHIR JSON. */
@NullMarked
package org.silkthread.measure.parameters;

import org.jspecify.annotations.NullMarked;
