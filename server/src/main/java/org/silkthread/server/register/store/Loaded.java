package org.silkthread.server.register.store;

import org.silkthread.server.register.Content;

/**
 * Content on its way into a register.
 *
 * @param json the content as written, its fields in alphabetical order
 * @param hash SHA-256 of {@code json}, in hexadecimal
 * @param place where it was written, in words
 */
public record Loaded<T extends Record & Content>(T content, String json, String hash, String place) {}
