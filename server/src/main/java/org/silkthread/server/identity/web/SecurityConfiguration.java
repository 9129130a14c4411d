package org.silkthread.server.identity.web;

import jakarta.servlet.DispatcherType;
import org.silkthread.server.audit.AuditTrail;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Default deny: the framework guards sessions and forms, {@link RouteRules} says who may go where. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SecurityConfiguration {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";
    private static final String PERMISSIONS_POLICY =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()";

    @Bean
    AuthenticationManager authenticationManager(PasswordSignIn passwordSignIn) {
        return new ProviderManager(passwordSignIn);
    }

    /** The operator's port listens on the loopback address only; health and metrics hold nothing about people. */
    @Bean
    @Order(1)
    SecurityFilterChain operatorChain(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain siteChain(
            HttpSecurity http, CurrentPosts currentPosts, SignInOutcome outcome, AuditTrail audit) {
        Refusals refusals = new Refusals(audit);
        return http.authorizeHttpRequests(SecurityConfiguration::declareRoutes)
                // These take JSON only, which no form of another site can send.
                .csrf(csrf -> csrf.ignoringRequestMatchers("/fhir/**", "/api/v1/calculations/**"))
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .successHandler(outcome)
                        .failureHandler(outcome)
                        .permitAll())
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessHandler(outcome))
                .requestCache(cache -> cache.requestCache(pagesToComeBackTo()))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterAfter(currentPosts, SecurityContextHolderFilter.class)
                .addFilterBefore(new LongInputs(), UsernamePasswordAuthenticationFilter.class)
                .headers(SecurityConfiguration::declareHeaders)
                .build();
    }

    /** Only a page that needs a sign-in is worth a session for coming back to it. */
    private static HttpSessionRequestCache pagesToComeBackTo() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
                && RouteRules.of(HttpMethod.GET, request.getRequestURI())
                        .filter(rule -> !(rule.access() instanceof Access.Everyone))
                        .isPresent());
        return cache;
    }

    private static void declareRoutes(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        // What is forwarded inside the server, such as to the page for an error, was judged when it came in.
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll();
        for (RouteRules.Rule rule : RouteRules.ALL) {
            for (HttpMethod method : rule.methods()) {
                var route = requests.requestMatchers(method, rule.pattern());
                switch (rule.access()) {
                    case Access.Everyone everyone -> route.permitAll();
                    case Access.AnyAccount account -> route.authenticated();
                    case Access.HoldersOf holders ->
                        route.hasAnyRole(
                                holders.roles().stream().map(Enum::name).toArray(String[]::new));
                }
            }
        }
        requests.anyRequest().denyAll();
    }

    private static void declareHeaders(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                // Public pages say themselves how long they may be kept; what is not public says no-store.
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new PrivatePages());
    }
}
