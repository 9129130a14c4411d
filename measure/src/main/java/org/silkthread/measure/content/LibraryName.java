package org.silkthread.measure.content;

/**
 * What a CQL library is called.
 *
 * @param name such as {@code Hospice}, without a namespace
 * @param version such as {@code 6.18.000}; empty when it has none, or, when asking for a library, when any will do
 */
public record LibraryName(String name, String version) {

    @Override
    public String toString() {
        return version.isEmpty() ? name : name + '|' + version;
    }
}
