package org.silkthread.server.measurement.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Opens {@code $cql} to everybody where the configuration says so, for the conformance tests, which do not sign in. The
 * operation reads none of the server's data, but anybody can keep the server busy with it: for test servers only.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("silkthread.measurement.open-cql")
class OpenCql {

    @Bean
    @Order(1)
    SecurityFilterChain openCqlChain(HttpSecurity http) {
        return http.securityMatcher("/fhir/$cql", "/fhir/metadata")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
