package org.silkthread.server.publication;

/**
 * Something required that is missing.
 *
 * @param task the section or part that has the gap; a key of the publication's kind
 * @param words what is missing, as a sentence for the person who has to fill it
 */
public record Gap(String task, String words) {

    public Gap {
        if (task.isBlank() || words.isBlank()) {
            throw new IllegalArgumentException("A gap says where it is and what is missing");
        }
    }
}
