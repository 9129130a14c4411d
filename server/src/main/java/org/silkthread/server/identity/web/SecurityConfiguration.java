package org.silkthread.server.identity.web;

import org.silkthread.server.identity.KeptForms;
import org.silkthread.server.identity.Sessions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.RequestCache;

/** Default deny: the framework guards sessions and forms, the room {@code access} says who may go where. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SecurityConfiguration {

    /** There is one way to sign in, by {@link RelyingParty}; the framework's own ways are closed. */
    @Bean
    AuthenticationManager authenticationManager() {
        return attempt -> {
            throw new BadCredentialsException("Nobody signs in this way");
        };
    }

    @Bean
    KeepForms keepForms(KeptForms forms, Sessions sessions, SessionLimits limits) {
        return new KeepForms(forms, sessions, limits);
    }

    /** Only the security chain calls this filter; as a servlet filter of its own it would run twice. */
    @Bean
    FilterRegistrationBean<KeepForms> keepFormsRegistration(KeepForms filter) {
        FilterRegistrationBean<KeepForms> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
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
    @Order(3)
    SecurityFilterChain siteChain(
            HttpSecurity http,
            CurrentPosts currentPosts,
            TokenSignIn tokenSignIn,
            KeepForms keepForms,
            SignOut signOut,
            AuthorizationManager<RequestAuthorizationContext> routes,
            RequestCache pagesToComeBackTo,
            AuthenticationEntryPoint strangers,
            AccessDeniedHandler refused) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().access(routes))
                // These take JSON only, which no form of another site can send.
                .csrf(csrf -> csrf.ignoringRequestMatchers("/fhir/**", "/api/v1/calculations/**")
                        // Whoever knows the secret in these addresses may answer; nobody's session counts there.
                        .ignoringRequestMatchers("/tap/*", "/tell/*")
                        .ignoringRequestMatchers(TokenSignIn::bringsToken))
                .logout(logout ->
                        logout.logoutUrl("/sign-out").addLogoutHandler(signOut).logoutSuccessHandler(signOut))
                .requestCache(cache -> cache.requestCache(pagesToComeBackTo))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(strangers).accessDeniedHandler(refused))
                .addFilterAfter(currentPosts, SecurityContextHolderFilter.class)
                .addFilterBefore(tokenSignIn, CsrfFilter.class)
                .addFilterBefore(keepForms, CsrfFilter.class)
                .headers(SecurityHeaders::declare)
                .build();
    }
}
