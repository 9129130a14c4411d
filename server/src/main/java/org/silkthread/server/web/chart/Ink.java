package org.silkthread.server.web.chart;

/**
 * What a part of a drawing is drawn with. The attributes make the drawing stand alone, on paper and in a file; the class
 * lets the style sheet adapt it, for instance to forced colours.
 */
enum Ink {
    GRID("grid", "fill=\"none\" stroke=\"#e3e9ee\" stroke-width=\"1\""),
    BASE("base", "fill=\"none\" stroke=\"#8696a3\" stroke-width=\"1\""),
    BAND("band", "fill=\"#edf2f7\" stroke=\"none\""),
    BAND_INNER("band-inner", "fill=\"#dfe8f0\" stroke=\"none\""),
    LIMIT("limit", "fill=\"none\" stroke=\"#7b91a4\" stroke-width=\"1.25\" stroke-dasharray=\"6 4\""),
    LIMIT_OUTER("limit-outer", "fill=\"none\" stroke=\"#5d7489\" stroke-width=\"1.25\""),
    CENTRE("centre", "fill=\"none\" stroke=\"#2f4354\" stroke-width=\"1.75\""),
    TARGET(
            "target",
            "fill=\"none\" stroke=\"#8c1d57\" stroke-width=\"1.75\" stroke-dasharray=\"2 4\" stroke-linecap=\"round\""),
    BREAK("break", "fill=\"none\" stroke=\"#8696a3\" stroke-width=\"1\" stroke-dasharray=\"3 3\""),
    CHANGE("change", "fill=\"none\" stroke=\"#212b32\" stroke-width=\"1.5\" stroke-dasharray=\"1 3\""),
    TRACE(
            "trace",
            "fill=\"none\" stroke=\"#9db0bf\" stroke-width=\"1.75\" stroke-linejoin=\"round\" stroke-linecap=\"round\""),
    WHISKER("whisker", "fill=\"none\" stroke=\"#7b91a4\" stroke-width=\"2\" stroke-linecap=\"round\""),
    ORDINARY("ordinary", "fill=\"#3d5468\" stroke=\"#fff\" stroke-width=\"1\""),
    BETTER("better", "fill=\"#0b62b8\" stroke=\"#fff\" stroke-width=\"1\""),
    WORSE("worse", "fill=\"#c24a05\" stroke=\"#fff\" stroke-width=\"1\""),
    HIGHER("higher", "fill=\"#5f3d94\" stroke=\"#fff\" stroke-width=\"1\""),
    LOWER("lower", "fill=\"#5f3d94\" stroke=\"#fff\" stroke-width=\"1\""),
    RING("ring", "fill=\"none\" stroke=\"#212b32\" stroke-width=\"2\""),
    HIDDEN("hidden", "fill=\"none\" stroke=\"#6b7c89\" stroke-width=\"1.5\" stroke-linecap=\"round\""),
    EMPTY("empty", "fill=\"#fff\" stroke=\"#9db0bf\" stroke-width=\"1.25\""),
    PAPER("paper", "fill=\"#fff\" stroke=\"none\""),
    SIGN(
            "sign",
            "fill=\"none\" stroke=\"#212b32\" stroke-width=\"4\" stroke-linecap=\"round\" stroke-linejoin=\"round\""),
    TICK_TEXT("tick", "fill=\"#4c6272\" stroke=\"none\""),
    TEXT("text", "fill=\"#212b32\" stroke=\"none\""),
    TARGET_TEXT("target-text", "fill=\"#8c1d57\" stroke=\"none\""),
    STRONG_TEXT(
            "strong",
            "fill=\"#212b32\" stroke=\"#fff\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\""
                    + " font-weight=\"600\""),
    HALO_TEXT(
            "halo",
            "fill=\"#212b32\" stroke=\"#fff\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\""),
    SOFT_TEXT(
            "soft",
            "fill=\"#4c6272\" stroke=\"#fff\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\"");

    private final String style;
    private final String attributes;

    Ink(String style, String attributes) {
        this.style = style;
        this.attributes = attributes;
    }

    /** The class and the attributes of an element. */
    String attributes() {
        return "class=\"silk-ink-" + style + "\" " + attributes;
    }

    static Ink of(PointMark mark) {
        return switch (mark) {
            case ORDINARY -> ORDINARY;
            case BETTER -> BETTER;
            case WORSE -> WORSE;
            case HIGHER -> HIGHER;
            case LOWER -> LOWER;
        };
    }
}
