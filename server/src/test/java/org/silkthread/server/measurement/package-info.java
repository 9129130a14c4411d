/** Measuring inside the server, specified through its FHIR operations. */
@NullMarked
package org.silkthread.server.measurement;

import org.jspecify.annotations.NullMarked;
