package org.silkthread.server.requests.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests a caller may make, from {@code silkthread.requests.*}.
 *
 * @param unlimited addresses that nobody counts, such as that of a load test
 * @param pages for pages, style sheets and pictures
 * @param reads for what programs read
 * @param messages for messages of feeds
 * @param costly for what takes the server long
 */
@ConfigurationProperties("silkthread.requests")
record LimitSettings(@DefaultValue List<String> unlimited, Limits pages, Limits reads, Limits messages, Limits costly) {

    LimitSettings {
        unlimited = List.copyOf(unlimited);
    }

    /**
     * The limits for one kind of request. An address may stand for a whole ward behind one router, so it has more.
     *
     * @param caller for whoever is signed in, and for each token
     * @param address for everybody else at one address
     */
    record Limits(Rate caller, Rate address) {}

    /**
     * Tokens in a bucket (RFC 2697 calls the burst the committed burst size).
     *
     * @param perSecond how many requests a second can go on for ever
     * @param burst how many may come at once after a pause
     */
    record Rate(int perSecond, int burst) {

        Rate {
            if (perSecond < 1 || burst < perSecond) {
                throw new IllegalArgumentException(
                        "silkthread.requests: per-second is at least 1, burst at least that");
            }
        }
    }

    Limits of(Kind kind) {
        return switch (kind) {
            case PAGE -> pages;
            case READ -> reads;
            case MESSAGE -> messages;
            case COSTLY -> costly;
        };
    }
}
