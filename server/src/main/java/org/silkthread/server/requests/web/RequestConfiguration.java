package org.silkthread.server.requests.web;

import io.micrometer.core.instrument.MeterRegistry;
import org.silkthread.server.identity.CurrentUser;
import org.silkthread.server.requests.OnceOnly;
import org.silkthread.server.web.RefusedEarly;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.header.HeaderWriterFilter;

/** Puts the filters of this room into every chain of the security framework, behind the one that writes headers. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class RequestConfiguration {

    @Bean
    @Order(1)
    Customizer<HttpSecurity> onlyHttps(@Value("${silkthread.public-url:}") String publicAddress, RefusedEarly refused) {
        OnlyHttps filter = new OnlyHttps(publicAddress, refused);
        return http -> http.addFilterAfter(filter, HeaderWriterFilter.class);
    }

    @Bean
    @Order(2)
    Customizer<HttpSecurity> boundRequests(LimitSettings settings, RefusedEarly refused, MeterRegistry meters) {
        RequestLimits limits = new RequestLimits(settings, refused, meters);
        return http -> http.addFilterAfter(limits, HeaderWriterFilter.class);
    }

    /** Behind the security filters and the caller's data scope, see {@link OnceFilter}. */
    @Bean
    FilterRegistrationBean<OnceFilter> onceFilter(CurrentUser user, OnceOnly onceOnly, RefusedEarly refused) {
        FilterRegistrationBean<OnceFilter> registration =
                new FilterRegistrationBean<>(new OnceFilter(user, onceOnly, refused));
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
        return registration;
    }
}
