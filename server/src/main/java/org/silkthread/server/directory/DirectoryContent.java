package org.silkthread.server.directory;

import org.silkthread.server.register.ContentKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The directory's kinds of content. */
@Configuration(proxyBeanMethods = false)
public class DirectoryContent {

    /** Structures of the health service. */
    public static final ContentKind<OrganisationStructure> STRUCTURES =
            new ContentKind<>("organisation-types", OrganisationStructure.class);

    /** Service lines. */
    public static final ContentKind<ServiceLine> SERVICE_LINES = new ContentKind<>("service-lines", ServiceLine.class);

    @Bean
    static ContentKind<OrganisationStructure> organisationStructures() {
        return STRUCTURES;
    }

    @Bean
    static ContentKind<ServiceLine> serviceLineKind() {
        return SERVICE_LINES;
    }
}
