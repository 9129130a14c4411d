package org.silkthread.server.dashboards;

import org.silkthread.server.register.ContentKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room reads from the content. */
@Configuration(proxyBeanMethods = false)
class DashboardContent {

    static final ContentKind<DashboardTemplate> TEMPLATES = new ContentKind<>("dashboards", DashboardTemplate.class);

    @Bean
    static ContentKind<DashboardTemplate> dashboardTemplates() {
        return TEMPLATES;
    }
}
