package org.silkthread.measure.engine;

/**
 * A CQL definition or function.
 *
 * @param library the name of the library that defines it
 * @param version the library's version; empty when any will do
 * @param name the name of the definition
 */
public record DefinitionName(String library, String version, String name) {

    @Override
    public String toString() {
        return library + ".\"" + name + '"';
    }
}
