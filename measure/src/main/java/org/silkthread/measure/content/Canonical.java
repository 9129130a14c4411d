package org.silkthread.measure.content;

import java.util.regex.Pattern;

/**
 * A canonical reference, {@code url|version}.
 *
 * @param url the address without version and fragment
 * @param version empty when the reference names none
 */
record Canonical(String url, String version) {

    private static final Pattern OID = Pattern.compile("[0-2](\\.[0-9]+){3,}");

    static Canonical of(String reference) {
        String text = reference.contains("#") ? reference.substring(0, reference.indexOf('#')) : reference;
        int bar = text.indexOf('|');
        return bar < 0 ? new Canonical(text, "") : new Canonical(text.substring(0, bar), text.substring(bar + 1));
    }

    /** The part after the last slash or colon. */
    String lastSegment() {
        return url.substring(Math.max(url.lastIndexOf('/'), url.lastIndexOf(':')) + 1);
    }

    /** What equal addresses have in common: an OID for every form of it, else the address itself. */
    String key() {
        String last = lastSegment();
        return OID.matcher(last).matches() ? last : url;
    }
}
