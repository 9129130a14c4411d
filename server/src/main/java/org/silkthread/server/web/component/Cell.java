package org.silkthread.server.web.component;

import gg.jte.Content;

/** A cell of a {@link Table}. Every cell has words to show; {@link #plain()} is what a CSV file holds. */
public sealed interface Cell {

    /** The cell for a CSV file: a bare number for a figure, otherwise the words. */
    String plain();

    /** Words. */
    record Words(String text) implements Cell {
        public Words {
            requireText(text);
        }

        @Override
        public String plain() {
            return text;
        }
    }

    /** Says why there is no figure here. */
    record Absent(String reason) implements Cell {
        public Absent {
            requireText(reason);
        }

        @Override
        public String plain() {
            return reason;
        }
    }

    /**
     * A figure.
     *
     * @param shown as people read it, such as '1,234' or '3.5%'
     * @param plain the same figure as a bare number, such as '1234' or '3.5'
     */
    record Figure(String shown, String plain) implements Cell {
        public Figure {
            requireText(shown);
            requireText(plain);
        }
    }

    /** A link to another page. */
    record Link(String text, String href) implements Cell {
        public Link {
            requireText(text);
            requireText(href);
        }

        @Override
        public String plain() {
            return text;
        }
    }

    /** Markup made by a template, with the same in plain words. */
    record Rich(Content content, String plain) implements Cell {
        public Rich {
            requireText(plain);
        }
    }

    static Cell words(String text) {
        return new Words(text);
    }

    static Cell absent(String reason) {
        return new Absent(reason);
    }

    static Cell figure(String shown, String plain) {
        return new Figure(shown, plain);
    }

    static Cell link(String text, String href) {
        return new Link(text, href);
    }

    static Cell rich(Content content, String plain) {
        return new Rich(content, plain);
    }

    private static void requireText(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A cell is never empty: say 'No data', 'Not applicable' or 'Not known'");
        }
    }
}
