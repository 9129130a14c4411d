package org.silkthread.server.calendar;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock. Nothing else in the application asks what time it is, so that tests and reruns can set it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClockSettings.class)
class ClockConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ClockConfiguration.class);

    @Bean
    Clock clock(ClockSettings settings) {
        Clock real = Clock.systemUTC();
        if (settings.start().isBlank()) {
            return real;
        }
        DemonstrationClock clock = settings.clock(real);
        LOG.warn(
                "THIS SERVER'S CLOCK IS NOT THE REAL ONE: it shows {} and runs {} times as fast. Nothing that is recorded"
                        + " now has its true time. Sessions and codes end by it too.",
                clock.instant(),
                settings.speed());
        return clock;
    }
}
