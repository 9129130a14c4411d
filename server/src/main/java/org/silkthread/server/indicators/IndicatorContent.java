package org.silkthread.server.indicators;

import org.silkthread.server.register.ContentKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the register of the folder that holds the definitions. */
@Configuration(proxyBeanMethods = false)
class IndicatorContent {

    @Bean
    static ContentKind<IndicatorDefinition> indicatorDefinitions() {
        return Catalogue.KIND;
    }
}
