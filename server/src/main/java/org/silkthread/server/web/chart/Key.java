package org.silkthread.server.web.chart;

import java.util.ArrayList;
import java.util.List;

/** The key above a drawing: what each shape and line means, set in as many lines as it needs. */
final class Key {

    private static final double GLYPH_WIDTH = 26;
    private static final double GAP = 22;

    /** Draws the sample of an entry with its middle here. */
    interface Glyph {
        void draw(Svg svg, double x, double y);
    }

    private record Entry(Glyph glyph, String words) {}

    private final Canvas canvas;
    private final List<Entry> entries = new ArrayList<>();

    Key(Canvas canvas) {
        this.canvas = canvas;
    }

    Key add(String words, Glyph glyph) {
        entries.add(new Entry(glyph, words));
        return this;
    }

    Key line(String words, Ink ink) {
        return add(words, (svg, x, y) -> svg.line(ink, x - 11, y, x + 11, y));
    }

    Key band(String words, Ink fill, Ink edge) {
        return add(
                words,
                (svg, x, y) -> svg.rectangle(fill, x - 11, y - 7, 22, 14)
                        .line(edge, x - 11, y - 7, x + 11, y - 7)
                        .line(edge, x - 11, y + 7, x + 11, y + 7));
    }

    Key point(String words, Shape shape, Ink ink) {
        return add(words, (svg, x, y) -> shape.draw(svg, ink, x, y, 5));
    }

    double height() {
        return lines().size() * lineHeight() + 8;
    }

    void draw(Svg svg) {
        double y = lineHeight() / 2;
        for (List<Entry> line : lines()) {
            double x = 0;
            for (Entry entry : line) {
                entry.glyph().draw(svg, x + 11, y);
                svg.text(Ink.TEXT, Svg.Anchor.START, x + GLYPH_WIDTH + 2, y + canvas.textSize() * 0.35, entry.words());
                x += width(entry) + GAP;
            }
            y += lineHeight();
        }
    }

    private double lineHeight() {
        return canvas.textSize() * 1.6;
    }

    private double width(Entry entry) {
        return GLYPH_WIDTH + canvas.widthOf(entry.words());
    }

    private List<List<Entry>> lines() {
        List<List<Entry>> lines = new ArrayList<>();
        double x = Double.MAX_VALUE;
        for (Entry entry : entries) {
            if (x + width(entry) > canvas.width()) {
                lines.add(new ArrayList<>());
                x = 0;
            }
            lines.getLast().add(entry);
            x += width(entry) + GAP;
        }
        return lines;
    }
}
