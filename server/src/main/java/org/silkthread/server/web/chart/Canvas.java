package org.silkthread.server.web.chart;

/** What a drawing is made for. Text keeps its size: a narrow drawing is laid out anew, not shrunk. */
public enum Canvas {
    /** A desktop screen or a sheet of paper. */
    WIDE(880, 400, 15),
    /** A phone held upright. */
    NARROW(360, 340, 14);

    private final int width;
    private final int height;
    private final int textSize;

    Canvas(int width, int height, int textSize) {
        this.width = width;
        this.height = height;
        this.textSize = textSize;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int textSize() {
        return textSize;
    }

    boolean isNarrow() {
        return this == NARROW;
    }

    /** About how wide some words are, in drawing units; rather a little more than too little. */
    double widthOf(String words) {
        return words.chars().mapToDouble(Canvas::shareOfHeight).sum() * textSize;
    }

    private static double shareOfHeight(int letter) {
        if ("iljtfrI.,:;'’|!()[] ".indexOf(letter) >= 0) {
            return 0.34;
        }
        if ("mwMW%@&−".indexOf(letter) >= 0) {
            return 0.88;
        }
        return Character.isUpperCase(letter) ? 0.7 : 0.57;
    }
}
