package org.silkthread.server.identity;

/**
 * A role at an organisation.
 *
 * @param organisation the organisation's code; {@code ENG} for the country
 */
public record Post(Role role, String organisation) {

    public Post {
        if (organisation.isBlank()) {
            throw new IllegalArgumentException("A post is at an organisation; give its code");
        }
    }
}
