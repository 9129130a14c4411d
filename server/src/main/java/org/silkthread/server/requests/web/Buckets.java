package org.silkthread.server.requests.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.silkthread.server.requests.web.LimitSettings.Rate;

/**
 * How much each caller has left. A caller who has been quiet for ten minutes is forgotten, because their bucket is full
 * again; beyond the most that are remembered, those go that are used least. At about 300 bytes each this stays under
 * 30 MB, however many addresses an attacker has.
 */
final class Buckets {

    private static final int REMEMBERED = 100_000;
    private static final Duration QUIET = Duration.ofMinutes(10);

    private record Key(Kind kind, String caller) {}

    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(QUIET)
            .build();

    /** Takes one request from a caller's bucket; says how long they have to wait for the next, zero if it was there. */
    Duration take(Kind kind, String caller, Rate rate) {
        ConsumptionProbe probe =
                buckets.get(new Key(kind, caller), key -> full(rate)).tryConsumeAndReturnRemaining(1);
        return Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private static Bucket full(Rate rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
