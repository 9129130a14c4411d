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

/** Clears what is kept for a day, at the start and every hour. */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ClearsEveryHour {

    private static final Logger LOG = LoggerFactory.getLogger(ClearsEveryHour.class);

    private final Clearing clearing;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("clearing").factory());

    ClearsEveryHour(Clearing clearing) {
        this.clearing = clearing;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        executor.scheduleWithFixedDelay(this::clear, 0, 1, TimeUnit.HOURS);
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }

    private void clear() {
        try {
            DataScope.asSystem("clearing what is kept for a day", clearing::run);
        } catch (RuntimeException e) {
            LOG.error("What is over a day old could not be removed; trying again in an hour", e);
        }
    }
}
