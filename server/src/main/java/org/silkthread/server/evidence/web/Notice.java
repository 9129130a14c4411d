package org.silkthread.server.evidence.web;

import java.util.Optional;

/**
 * That a document is out of date.
 *
 * @param label a few words for a tag
 * @param sentence the same in whole sentences
 * @param newer the address of the document that took its place
 */
public record Notice(String label, String sentence, Optional<String> newer) {}
