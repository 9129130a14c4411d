package org.silkthread.server.register;

import java.util.Optional;

/**
 * Where a fact comes from.
 *
 * @param source the paper or publisher
 * @param reference the place in it, such as a paragraph
 * @param address where the public can read it, when it is public
 */
public record Citation(String source, String reference, Optional<String> address) {}
