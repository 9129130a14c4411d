package org.silkthread.server.web.component;

/**
 * A link to a page, by its name.
 *
 * @param text the page's name
 * @param href its address
 * @param isCurrent whether it is the page being read
 */
public record PageLink(String text, String href, boolean isCurrent) {

    public PageLink {
        if (text.isBlank() || href.isBlank()) {
            throw new IllegalArgumentException("A link needs words and an address");
        }
    }

    public static PageLink to(String text, String href) {
        return new PageLink(text, href, false);
    }

    public static PageLink current(String text, String href) {
        return new PageLink(text, href, true);
    }
}
