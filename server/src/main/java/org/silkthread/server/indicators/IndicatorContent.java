package org.silkthread.server.indicators;

import org.silkthread.server.register.ContentKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the register of the folders that hold the definitions and the standards of waiting. */
@Configuration(proxyBeanMethods = false)
class IndicatorContent {

    @Bean
    static ContentKind<IndicatorDefinition> indicatorDefinitions() {
        return Catalogue.KIND;
    }

    @Bean
    static ContentKind<AccessStandard> accessStandardKind() {
        return AccessStandards.KIND;
    }
}
