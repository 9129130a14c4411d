package org.silkthread.bench.against;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.silkthread.bench.program.Workspace;
import org.silkthread.methods.casemix.CaseMixTable;
import org.silkthread.methods.casemix.Fit;
import org.silkthread.methods.casemix.LogisticModel;

/** Made patients, from a fixed seed: a third of the columns are yes or no, the others measured; one in ten or so dies. */
final class ModelInputs {

    private static final long SEED = 20090708;

    private final int columns;
    private final double[] values;
    private final CaseMixTable table;

    private ModelInputs(int columns, double[] values, CaseMixTable table) {
        this.columns = columns;
        this.values = values;
        this.table = table;
    }

    static ModelInputs made(int rows, int columns) {
        Random random = new Random(SEED);
        double[] weights = random.doubles(columns, -0.4, 0.4).toArray();
        List<String> names =
                IntStream.rangeClosed(1, columns).mapToObj(j -> "x" + j).toList();
        CaseMixTable.Builder table = CaseMixTable.of(names);
        double[] values = new double[rows * (columns + 1)];
        double[] row = new double[columns];
        for (int i = 0; i < rows; i++) {
            double linear = -3;
            for (int j = 0; j < columns; j++) {
                double drawn = random.nextGaussian();
                row[j] = j % 3 == 0 ? (drawn > 0.5 ? 1 : 0) : drawn;
                linear += weights[j] * row[j];
            }
            double outcome = random.nextDouble() < 1 / (1 + Math.exp(-linear)) ? 1 : 0;
            table.add(outcome, row);
            values[i * (columns + 1)] = outcome;
            System.arraycopy(row, 0, values, i * (columns + 1) + 1, columns);
        }
        return new ModelInputs(columns, values, table.build());
    }

    int rows() {
        return table.rows();
    }

    double events() {
        return Arrays.stream(table.outcomes()).sum();
    }

    /** Fits the model. */
    double deviance() {
        Fit<LogisticModel> fit = LogisticModel.fit(table);
        return fit.fitted()
                .orElseThrow(() -> new IllegalStateException(fit.sentence()))
                .deviance();
    }

    /** Numbers of eight bytes, the highest first, row after row, the outcome in front; and how many to a row. */
    void writeTo(Workspace workspace) {
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(workspace.at("patients.bin")), 1 << 20))) {
            for (double value : values) {
                out.writeDouble(value);
            }
            Files.writeString(workspace.at("columns.txt"), Integer.toString(columns + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
