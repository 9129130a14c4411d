package org.silkthread.server.accounts;

import java.time.LocalDate;
import org.silkthread.server.register.Citation;
import org.silkthread.server.register.Content;

/**
 * A statement that the regulations ask every account to make.
 *
 * @param item its number in the regulations' schedule
 * @param asks what it has to say, in our own words
 * @param computed the rule that writes it from what the service knows: 'services-provided', 'services-reviewed', or
 *     'none' when only the provider can
 */
public record PrescribedStatement(
        String id,
        int version,
        String title,
        LocalDate effectiveFrom,
        Citation citation,
        String item,
        String asks,
        String computed)
        implements Content {

    /** The section of an account that holds what the provider wrote for it. */
    public String section() {
        return "statement-" + id;
    }
}
