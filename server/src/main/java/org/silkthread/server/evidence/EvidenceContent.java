package org.silkthread.server.evidence;

import org.silkthread.server.register.ContentKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The registers of this room. */
@Configuration(proxyBeanMethods = false)
class EvidenceContent {

    @Bean
    static ContentKind<Guidance> standardsKind() {
        return EvidenceLibrary.STANDARDS;
    }

    @Bean
    static ContentKind<Guidance> evidenceKind() {
        return EvidenceLibrary.EVIDENCE;
    }
}
