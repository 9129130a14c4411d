package org.silkthread.methods.casemix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.methods.casemix.CaseMixTable.Block;

/**
 * Checks whether moving the coefficients in a direction makes no outcome less likely and some more: then the likelihood has
 * no greatest value (Albert A, Anderson JA, Biometrika 71 (1984) 1-10).
 */
final class SeparatingDirection {

    private static final double NEXT_TO_NOTHING = 1e-6;
    private static final double LEAST_WEIGHT = 1e-3;

    private SeparatingDirection() {}

    static Optional<Separation> of(double[] direction, CaseMixTable table, Standardisation standardisation) {
        double[] moves = moves(direction, table, standardisation);
        double greatest = 0;
        for (double move : moves) {
            greatest = Math.max(greatest, Math.abs(move));
        }
        int told = 0;
        for (double move : moves) {
            if (move < -NEXT_TO_NOTHING * greatest) {
                return Optional.empty();
            }
            told += move > NEXT_TO_NOTHING * greatest ? 1 : 0;
        }
        return told == 0
                ? Optional.empty()
                : Optional.of(new Separation(told == moves.length, weighty(direction, table.columns()), told));
    }

    /** How far each row's linear predictor moves towards its outcome. */
    private static double[] moves(double[] direction, CaseMixTable table, Standardisation standardisation) {
        int n = direction.length;
        double[] moves = new double[table.rows()];
        double[] row = new double[n];
        int at = 0;
        for (Block block : table.blocks()) {
            for (int i = 0; i < block.rows(); i++) {
                standardisation.write(block.values(), i * (n - 1), row, 0);
                double linear = 0;
                for (int j = 0; j < n; j++) {
                    linear += direction[j] * row[j];
                }
                moves[at++] = block.outcomes()[i] > 0.5 ? linear : -linear;
            }
        }
        return moves;
    }

    private static List<String> weighty(double[] direction, List<String> columns) {
        double greatest = 0;
        for (int j = 1; j < direction.length; j++) {
            greatest = Math.max(greatest, Math.abs(direction[j]));
        }
        List<String> names = new ArrayList<>();
        for (int j = 1; j < direction.length; j++) {
            if (Math.abs(direction[j]) > LEAST_WEIGHT * greatest) {
                names.add(columns.get(j - 1));
            }
        }
        return names;
    }
}
