package org.silkthread.server.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An organisation as it was on a date.
 *
 * @param code the code by which everybody knows it; it never changes and is never given to another
 * @param name its name on that date; made from type and code when no name is known
 * @param named whether the name is its own
 * @param type what it is
 * @param status whether it was at work on that date
 * @param postcode the postcode of its main address
 * @param address the lines of its main address, without the postcode
 * @param telephone its telephone number as its register writes it
 * @param opened the day it opened
 * @param closed the last day it was open, past or to come
 * @param location where it is, when its register says so
 * @param source the file or content that described it
 */
public record Organisation(
        String code,
        String name,
        boolean named,
        OrganisationType type,
        OrganisationStatus status,
        Optional<String> postcode,
        List<String> address,
        Optional<String> telephone,
        Optional<LocalDate> opened,
        Optional<LocalDate> closed,
        Optional<Location> location,
        String source) {

    /** The code of England, at the top of the hierarchy. */
    public static final String ENGLAND = "ENG";

    /** Keeps its own copy of the address. */
    public Organisation {
        address = List.copyOf(address);
    }

    /** The level of its type. */
    public Level level() {
        return type.level();
    }

    /** The address of its page. */
    public String href() {
        return "/organisations/" + code;
    }
}
