package org.silkthread.server.constitution;

import org.silkthread.server.register.ContentKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register of this room. */
@Configuration(proxyBeanMethods = false)
class ConstitutionContent {

    @Bean
    static ContentKind<Right> rightsKind() {
        return Rights.RIGHTS;
    }
}
