package org.silkthread.methods.casemix;

/**
 * Adds the product of a block of rows with itself, XᵀX, to a symmetric matrix, nine elements at a time: each value that is
 * loaded is used three times, and the nine sums stay in registers. Rows are short, so that loops along them, as in a general
 * matrix library, end before they are up to speed. Only the upper triangle, in tiles, is written.
 */
final class SymmetricProduct {

    private static final int TILE = 3;

    private SymmetricProduct() {}

    /** The width to which a row is filled up with zeros. */
    static int paddedWidth(int columns) {
        return (columns + TILE - 1) / TILE * TILE;
    }

    /**
     * Adds to the sums.
     *
     * @param rows the block, row after row, each of the padded width
     * @param count how many rows
     * @param width padded
     * @param sums width × width, of which the upper tiles are written
     */
    static void add(double[] rows, int count, int width, double[] sums) {
        int end = count * width;
        for (int i = 0; i < width; i += TILE) {
            for (int j = i; j < width; j += TILE) {
                addTile(rows, end, width, i, j, sums);
            }
        }
    }

    private static void addTile(double[] rows, int end, int width, int i, int j, double[] sums) {
        double s00 = 0;
        double s01 = 0;
        double s02 = 0;
        double s10 = 0;
        double s11 = 0;
        double s12 = 0;
        double s20 = 0;
        double s21 = 0;
        double s22 = 0;
        for (int row = 0; row < end; row += width) {
            double a0 = rows[row + i];
            double a1 = rows[row + i + 1];
            double a2 = rows[row + i + 2];
            double b0 = rows[row + j];
            double b1 = rows[row + j + 1];
            double b2 = rows[row + j + 2];
            s00 += a0 * b0;
            s01 += a0 * b1;
            s02 += a0 * b2;
            s10 += a1 * b0;
            s11 += a1 * b1;
            s12 += a1 * b2;
            s20 += a2 * b0;
            s21 += a2 * b1;
            s22 += a2 * b2;
        }
        int at = i * width + j;
        sums[at] += s00;
        sums[at + 1] += s01;
        sums[at + 2] += s02;
        sums[at + width] += s10;
        sums[at + width + 1] += s11;
        sums[at + width + 2] += s12;
        sums[at + 2 * width] += s20;
        sums[at + 2 * width + 1] += s21;
        sums[at + 2 * width + 2] += s22;
    }
}
