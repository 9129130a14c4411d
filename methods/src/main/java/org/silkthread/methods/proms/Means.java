package org.silkthread.methods.proms;

import java.util.List;

/** Means over some records, and the standard deviation of their residuals. */
record Means(int count, double before, double after, double residual, double deviation) {

    static Means of(List<ModelledRecord> records) {
        int n = records.size();
        if (n == 0) {
            throw new IllegalArgumentException("There is no mean of no record");
        }
        double before = 0;
        double after = 0;
        double residual = 0;
        for (ModelledRecord record : records) {
            before += record.before();
            after += record.after();
            residual += record.residual();
        }
        double squares = 0;
        for (ModelledRecord record : records) {
            double distance = record.residual() - residual / n;
            squares += distance * distance;
        }
        return new Means(n, before / n, after / n, residual / n, n > 1 ? Math.sqrt(squares / (n - 1)) : 0);
    }
}
