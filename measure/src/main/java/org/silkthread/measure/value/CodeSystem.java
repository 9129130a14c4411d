package org.silkthread.measure.value;

/** A reference to a code system (CQL System.CodeSystem). The version is empty when the library names none. */
public record CodeSystem(String id, String version) {}
