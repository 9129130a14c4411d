package org.silkthread.bench.against;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.bench.Benchmark;
import org.silkthread.bench.Effort;
import org.silkthread.bench.program.Workspace;
import org.silkthread.bench.report.Cell;
import org.silkthread.bench.report.Findings;
import org.silkthread.bench.report.Table;

/** A logistic case-mix model of many patients by this library and by R's glm, on the same inputs. */
public final class ModelAgainstR implements Benchmark {

    private static final double SAME = 1e-9;
    private static final int COLUMNS = 30;

    @Override
    public String name() {
        return "model-against-r";
    }

    @Override
    public String about() {
        return "a logistic case-mix model of a million rows by this library and by R's glm";
    }

    @Override
    public Findings run(Effort effort) {
        boolean full = effort == Effort.FULL;
        ModelInputs inputs = ModelInputs.made(full ? 1_000_000 : 2_000, COLUMNS);
        Map<String, RScript.Taken> byR = byR(inputs, full ? 3 : 1);
        RScript.Taken java = timed(inputs, full ? 7 : 1);
        String size = "%,d rows of %d columns".formatted(inputs.rows(), COLUMNS);
        List<List<Cell>> rows = new ArrayList<>(List.of(
                row("glm(y ~ ., binomial), " + size, java, Optional.ofNullable(byR.get("glm"))),
                row("glm.fit on a ready matrix, " + size, java, Optional.ofNullable(byR.get("glm.fit")))));
        return new Findings(
                name(),
                List.of(new Table("A model against R", List.of("R's work", "R, s", "Java, s", "R / Java"), rows)),
                List.of(
                        "Java: " + Runtime.getRuntime().availableProcessors()
                                + " threads, median of 7 fits with standard errors; R: its own one thread and Debian's"
                                + " reference BLAS, median of 3. Reading the inputs is left out on both sides.",
                        byR.isEmpty()
                                ? "Rscript is not installed, so there is nothing to compare with."
                                : "Both sides came to the same deviance to nine figures."));
    }

    private static Map<String, RScript.Taken> byR(ModelInputs inputs, int repeats) {
        if (!RScript.isInstalled()) {
            return new HashMap<>();
        }
        System.err.println("Measuring R ...");
        try (Workspace workspace = Workspace.create()) {
            inputs.writeTo(workspace);
            return RScript.run("model.R", workspace, repeats);
        }
    }

    private static RScript.Taken timed(ModelInputs inputs, int repeats) {
        System.err.println("Measuring Java ...");
        double deviance = inputs.deviance();
        double[] seconds = new double[repeats];
        for (int i = 0; i < repeats; i++) {
            long from = System.nanoTime();
            double again = inputs.deviance();
            seconds[i] = (System.nanoTime() - from) / 1e9;
            if (again != deviance) {
                throw new IllegalStateException("The same inputs came to something else");
            }
        }
        Arrays.sort(seconds);
        return new RScript.Taken(seconds[repeats / 2], deviance, inputs.events());
    }

    private static List<Cell> row(String work, RScript.Taken java, Optional<RScript.Taken> byR) {
        if (byR.isEmpty()) {
            return List.of(Cell.of(work), Cell.of("-"), Cell.of(java.seconds()), Cell.of("-"));
        }
        RScript.Taken r = byR.get();
        if (Math.abs(java.sum() - r.sum()) > SAME * r.sum() || java.count() != r.count()) {
            throw new IllegalStateException("R and Java do not agree on " + work + ": " + r + ", " + java);
        }
        return List.of(
                Cell.of(work), Cell.of(r.seconds()), Cell.of(java.seconds()), Cell.of(r.seconds() / java.seconds()));
    }
}
