package org.silkthread.measure.plan;

import java.util.List;

/** A type as CQL names it. */
public sealed interface TypeRef {

    /** System types by their bare name ({@code Integer}), FHIR types with their prefix ({@code FHIR.Encounter}). */
    record Named(String name) implements TypeRef {}

    record ListOf(TypeRef element) implements TypeRef {}

    record IntervalOf(TypeRef point) implements TypeRef {}

    record TupleOf(List<String> names, List<TypeRef> types) implements TypeRef {}

    record Choice(List<TypeRef> options) implements TypeRef {}

    TypeRef ANY = new Named("Any");
}
