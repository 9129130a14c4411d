/** FHIR operations of the measure engine. */
@NullMarked
package org.silkthread.server.measurement.web;

import org.jspecify.annotations.NullMarked;
