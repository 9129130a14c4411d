package org.silkthread.server.web;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the page assets below an address that changes with them, to be kept for a year. */
@Configuration(proxyBeanMethods = false)
class AssetConfiguration {

    private static final Duration YEAR = Duration.ofDays(365);

    @Bean
    Assets assets() {
        return Assets.onClassPath();
    }

    @Bean
    WebMvcConfigurer assetAddresses(Assets assets) {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler(assets.root() + "**")
                        .addResourceLocations(Assets.LOCATION)
                        .setCacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable());
            }
        };
    }
}
