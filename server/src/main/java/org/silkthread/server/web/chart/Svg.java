package org.silkthread.server.web.chart;

import java.util.List;

/** Writes an SVG element. Numbers have one decimal at most; words are escaped; nothing carries an inline style. */
final class Svg {

    private static final String FONT =
            "-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Helvetica Neue, Noto Sans, Liberation Sans, Arial,"
                    + " sans-serif";

    /** Where words stand in relation to their point. */
    enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String word;

        Anchor(String word) {
            this.word = word;
        }
    }

    /** A point of the drawing, from its top left corner. */
    record Spot(double x, double y) {}

    private final StringBuilder out = new StringBuilder(4096);

    Svg(String kind, double width, double height, int textSize) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"silk-drawing silk-drawing--")
                .append(kind)
                .append("\" viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\" width=\"")
                .append(number(width))
                .append("\" height=\"")
                .append(number(height))
                .append("\" font-family=\"" + FONT + "\" font-size=\"")
                .append(textSize)
                .append("\" aria-hidden=\"true\" focusable=\"false\">");
    }

    /** Ends the drawing and gives it. */
    String end() {
        return out.append("</svg>").toString();
    }

    Svg line(Ink ink, double x1, double y1, double x2, double y2) {
        return path(ink, "M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2));
    }

    Svg polyline(Ink ink, List<Spot> spots) {
        return path(ink, data(spots));
    }

    Svg polygon(Ink ink, List<Spot> spots) {
        return path(ink, data(spots) + "Z");
    }

    Svg path(Ink ink, String data) {
        out.append("<path ")
                .append(ink.attributes())
                .append(" d=\"")
                .append(data)
                .append("\"/>");
        return this;
    }

    Svg rectangle(Ink ink, double x, double y, double width, double height) {
        out.append("<rect ").append(ink.attributes());
        attribute("x", x).attribute("y", y).attribute("width", width).attribute("height", height);
        out.append("/>");
        return this;
    }

    Svg circle(Ink ink, double x, double y, double radius) {
        out.append("<circle ").append(ink.attributes());
        attribute("cx", x).attribute("cy", y).attribute("r", radius);
        out.append("/>");
        return this;
    }

    Svg text(Ink ink, Anchor anchor, double x, double y, String words) {
        out.append("<text ").append(ink.attributes());
        attribute("x", x).attribute("y", y);
        if (anchor != Anchor.START) {
            out.append(" text-anchor=\"").append(anchor.word).append('"');
        }
        out.append('>').append(escaped(words)).append("</text>");
        return this;
    }

    /** Begins a part of the drawing whose overflow is cut off at its edges. */
    Svg beginWindow(double x, double y, double width, double height) {
        out.append("<svg");
        attribute("x", x).attribute("y", y).attribute("width", width).attribute("height", height);
        out.append(" viewBox=\"")
                .append(number(x))
                .append(' ')
                .append(number(y))
                .append(' ')
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\" overflow=\"hidden\">");
        return this;
    }

    Svg endWindow() {
        out.append("</svg>");
        return this;
    }

    private Svg attribute(String name, double value) {
        out.append(' ').append(name).append("=\"").append(number(value)).append('"');
        return this;
    }

    private static String data(List<Spot> spots) {
        StringBuilder data = new StringBuilder();
        for (Spot spot : spots) {
            data.append(data.isEmpty() ? 'M' : 'L')
                    .append(number(spot.x()))
                    .append(' ')
                    .append(number(spot.y()));
        }
        return data.toString();
    }

    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A drawing has finite coordinates only");
        }
        long tenths = Math.round(value * 10);
        String whole = (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10;
        return tenths % 10 == 0 ? whole : whole + "." + Math.abs(tenths) % 10;
    }

    private static String escaped(String words) {
        StringBuilder safe = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                default -> safe.append(c < ' ' || c == '\uFFFE' || c == '\uFFFF' ? ' ' : c);
            }
        }
        return safe.toString();
    }
}
