package org.silkthread.measure.content;

import tools.jackson.databind.JsonNode;

/**
 * A library as an expression tree.
 *
 * @param name its name and version
 * @param elm the {@code library} object of ELM JSON
 */
public record ElmLibrary(LibraryName name, JsonNode elm) {}
