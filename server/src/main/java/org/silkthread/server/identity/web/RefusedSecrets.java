package org.silkthread.server.identity.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Which addresses sent a secret that nobody owns, so that each is written into the audit trail once an hour: strangers must
 * not be able to fill it. Guessing itself needs no brake, a secret has 256 random bits.
 */
@Component
class RefusedSecrets {

    private static final Duration PAUSE = Duration.ofHours(1);
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Instant> noted = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    RefusedSecrets(Clock clock) {
        this.clock = clock;
    }

    /** Whether a refusal to this address is to be written down, which it then counts as. */
    synchronized boolean isNews(String address) {
        Instant now = clock.instant();
        Instant last = noted.get(address);
        boolean news = last == null || last.plus(PAUSE).isBefore(now);
        if (news) {
            noted.remove(address);
            noted.put(address, now);
        }
        return news;
    }
}
