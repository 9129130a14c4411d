package org.silkthread.measure.content;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A library as content gives it: CQL, or ELM, or both.
 *
 * @param name its name and version, as its text or its ELM says
 * @param url the canonical address of the Library resource; empty when it came as a bare file
 * @param resourceVersion the business version of the Library resource; empty when it has none
 * @param cql the CQL text, if there is one
 * @param elm the {@code library} object of ELM JSON, if there is one
 * @param options how the CQL is to be translated
 * @param file where it was read
 */
record LibrarySource(
        LibraryName name,
        String url,
        String resourceVersion,
        Optional<String> cql,
        Optional<JsonNode> elm,
        TranslationOptions options,
        String file) {

    /** Whether the other says the same, line ends aside. */
    boolean same(LibrarySource other) {
        if (cql.isPresent() && other.cql.isPresent()) {
            return lines(cql.get()).equals(lines(other.cql.get()));
        }
        return cql.equals(other.cql) && elm.equals(other.elm);
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}
