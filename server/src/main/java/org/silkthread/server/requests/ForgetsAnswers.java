package org.silkthread.server.requests;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.silkthread.server.access.DataScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Removes the answers that are older than a day, at the start and every hour. */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ForgetsAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ForgetsAnswers.class);

    private final OnceOnly onceOnly;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("forgets-answers").factory());

    ForgetsAnswers(OnceOnly onceOnly) {
        this.onceOnly = onceOnly;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        executor.scheduleWithFixedDelay(this::forget, 0, 1, TimeUnit.HOURS);
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }

    private void forget() {
        try {
            DataScope.asSystem("forgetting old answers", onceOnly::forget);
        } catch (RuntimeException e) {
            LOG.error("Old answers could not be removed; trying again in an hour", e);
        }
    }
}
