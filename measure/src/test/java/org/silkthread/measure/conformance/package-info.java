/** The HL7 conformance tests of CQL, run on the plain and on the compiled evaluation. */
package org.silkthread.measure.conformance;
