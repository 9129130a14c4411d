package org.silkthread.server.promises;

import org.silkthread.server.register.ContentKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register of this room. */
@Configuration(proxyBeanMethods = false)
class PromiseContent {

    static final ContentKind<Promise> PROMISES = new ContentKind<>("promises", Promise.class);

    @Bean
    static ContentKind<Promise> promisesKind() {
        return PROMISES;
    }
}
