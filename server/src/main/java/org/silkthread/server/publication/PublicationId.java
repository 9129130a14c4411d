package org.silkthread.server.publication;

import java.util.regex.Pattern;

/**
 * Which publication is meant. There is at most one for each kind, owner and edition, so its address never changes.
 *
 * @param kind what sort of publication it is, such as 'quality-account'
 * @param owner the code of the organisation that publishes it
 * @param edition what distinguishes it from the owner's others of its kind, such as the financial year '2023-24'
 */
public record PublicationId(String kind, String owner, String edition) {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

    public PublicationId {
        requireToken(kind);
        requireToken(owner);
        requireToken(edition);
    }

    /** The parts with full stops between them: 'quality-account.X01.2023-24'. */
    public String code() {
        return kind + "." + owner + "." + edition;
    }

    @Override
    public String toString() {
        return code();
    }

    private static void requireToken(String part) {
        if (!TOKEN.matcher(part).matches()) {
            throw new IllegalArgumentException("'" + part + "' is not letters, digits and hyphens");
        }
    }
}
