package org.silkthread.server.satisfaction;

/**
 * The secret in the addresses of a collection point. Whoever has it can answer, and nothing else.
 *
 * @param secret 22 characters of 128 random bits
 */
public record Address(String secret) {

    /** The path of the screen. */
    public String screen() {
        return "/tap/" + secret;
    }

    /** The path of the form. */
    public String form() {
        return "/tell/" + secret;
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "an address of a collection point";
    }
}
