package org.silkthread.server.directory;

import java.time.LocalDate;
import java.util.List;
import org.silkthread.server.register.Citation;
import org.silkthread.server.register.Content;

/**
 * A line of service that organisations run, such as maternity: an entry of the content {@code service-lines}.
 *
 * @param description one plain sentence
 * @param otherNames words by which people also look for it
 */
public record ServiceLine(
        String id,
        int version,
        String title,
        LocalDate effectiveFrom,
        Citation citation,
        String description,
        List<String> otherNames)
        implements Content {

    /** Its code, which is its id. */
    public String code() {
        return id;
    }

    /** Its name, which is its title. */
    public String name() {
        return title;
    }
}
