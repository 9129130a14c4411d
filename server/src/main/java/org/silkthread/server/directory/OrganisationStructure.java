package org.silkthread.server.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.register.Citation;
import org.silkthread.server.register.Content;

/**
 * The types of organisation of a health service in one era, and the places at its top: an entry of the content
 * {@code organisation-types}. The structures of several eras are in force side by side; each date finds in them the
 * organisations that were there.
 */
public record OrganisationStructure(
        String id,
        int version,
        String title,
        LocalDate effectiveFrom,
        Citation citation,
        List<Type> types,
        List<TopPlace> places)
        implements Content {

    /**
     * One type.
     *
     * @param code what other files call it
     * @param name the name of one
     * @param plural the name of several
     * @param level where such organisations stand
     * @param below the types that such an organisation may stand directly below
     * @param description one plain sentence
     */
    public record Type(String code, String name, String plural, Level level, List<String> below, String description) {}

    /**
     * A place at the top of the hierarchy, such as a country or region.
     *
     * @param type the code of its type
     * @param within the code of the place that it lies in
     * @param opened its first day, when it is known
     * @param closed its last day, when it has closed
     */
    public record TopPlace(
            String code,
            String name,
            String type,
            Optional<String> within,
            Optional<LocalDate> opened,
            Optional<LocalDate> closed) {}
}
