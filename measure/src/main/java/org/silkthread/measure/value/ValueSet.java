package org.silkthread.measure.value;

/** A reference to a value set (CQL System.ValueSet). The version is empty when the library names none. */
public record ValueSet(String id, String version) {}
