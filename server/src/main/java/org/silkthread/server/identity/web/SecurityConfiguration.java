package org.silkthread.server.identity.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.RequestCache;

/** Default deny: the framework guards sessions and forms, the room {@code access} says who may go where. */
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
            HttpSecurity http,
            CurrentPosts currentPosts,
            TokenSignIn tokenSignIn,
            SignInOutcome outcome,
            AuthorizationManager<RequestAuthorizationContext> routes,
            RequestCache pagesToComeBackTo,
            AuthenticationEntryPoint strangers,
            AccessDeniedHandler refused) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().access(routes))
                // These take JSON only, which no form of another site can send.
                .csrf(csrf -> csrf.ignoringRequestMatchers("/fhir/**", "/api/v1/calculations/**")
                        .ignoringRequestMatchers(TokenSignIn::bringsToken))
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .successHandler(outcome)
                        .failureHandler(outcome)
                        .permitAll())
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessHandler(outcome))
                .requestCache(cache -> cache.requestCache(pagesToComeBackTo))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(strangers).accessDeniedHandler(refused))
                .addFilterAfter(currentPosts, SecurityContextHolderFilter.class)
                .addFilterBefore(tokenSignIn, CsrfFilter.class)
                .addFilterBefore(new LongInputs(), UsernamePasswordAuthenticationFilter.class)
                .headers(SecurityConfiguration::declareHeaders)
                .build();
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
