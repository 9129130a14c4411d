package org.silkthread.server.directory;

/**
 * A type of organisation, defined by the content of {@code organisation-types}.
 *
 * @param code the code in the content, such as {@code NHS-TRUST}
 * @param name the name of one, such as {@code NHS trust}
 * @param plural the name of several
 * @param level where organisations of this type stand
 */
public record OrganisationType(String code, String name, String plural, Level level) {}
