package org.silkthread.server.audit;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Closes each day (UTC) just after its end, and at the start of a server the day that ended without one. */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class DailySeal {

    private static final Logger LOG = LoggerFactory.getLogger(DailySeal.class);
    private static final Actor ACTOR = new Actor.SystemJob("daily seal");
    private static final Duration AFTER_MIDNIGHT = Duration.ofSeconds(5);
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(10);

    private final AuditSeals seals;
    private final Clock clock;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("daily-seal").factory());

    DailySeal(AuditSeals seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        executor.execute(this::close);
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }

    private void close() {
        Duration wait = untilMidnight();
        try {
            seals.closeYesterday(ACTOR);
        } catch (RuntimeException e) {
            LOG.error(
                    "The audit trail could not be sealed; trying again in {} minutes", AFTER_A_FAILURE.toMinutes(), e);
            wait = AFTER_A_FAILURE;
        }
        if (!executor.isShutdown()) {
            executor.schedule(this::close, wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Duration untilMidnight() {
        Instant now = clock.instant();
        Instant midnight = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        return Duration.between(now, midnight).plus(AFTER_MIDNIGHT);
    }
}
