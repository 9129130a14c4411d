/** Reads people and entries of their records from FHIR R4 resources. */
@NullMarked
package org.silkthread.server.persons.fhir;

import org.jspecify.annotations.NullMarked;
