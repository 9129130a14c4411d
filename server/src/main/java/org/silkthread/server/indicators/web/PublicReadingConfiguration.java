package org.silkthread.server.indicators.web;

import org.silkthread.server.identity.CurrentUser;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts {@link PublicReading} behind the security filters, which know who is reading. */
@Configuration(proxyBeanMethods = false)
class PublicReadingConfiguration {

    @Bean
    FilterRegistrationBean<PublicReading> publicReading(CurrentUser currentUser) {
        FilterRegistrationBean<PublicReading> registration =
                new FilterRegistrationBean<>(new PublicReading(currentUser));
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
        return registration;
    }
}
