package org.silkthread.server.payment;

import org.silkthread.server.register.ContentKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register of this room: the scheme's rules, one entry for each financial year. */
@Configuration(proxyBeanMethods = false)
class CquinContent {

    static final ContentKind<CquinScheme> SCHEMES = new ContentKind<>("cquin", CquinScheme.class);

    @Bean
    static ContentKind<CquinScheme> cquinKind() {
        return SCHEMES;
    }
}
