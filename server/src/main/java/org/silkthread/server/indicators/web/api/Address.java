package org.silkthread.server.indicators.web.api;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** An address with the filters of a list, for the link to its next part. */
final class Address {

    private final StringBuilder written;
    private boolean first = true;

    private Address(String path) {
        this.written = new StringBuilder(path);
    }

    static Address of(String path) {
        return new Address(path);
    }

    /** Adds a filter; a blank one is left out. */
    Address with(String name, String value) {
        if (!value.isBlank()) {
            written.append(first ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(UriUtils.encode(value, StandardCharsets.UTF_8));
            first = false;
        }
        return this;
    }

    @Override
    public String toString() {
        return written.toString();
    }
}
