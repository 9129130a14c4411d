package org.silkthread.cli.stats;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.silkthread.cli.table.Column;
import org.silkthread.cli.table.CsvOutput;
import org.silkthread.cli.table.Row;
import org.silkthread.cli.table.Table;
import org.silkthread.methods.risk.Framingham;
import org.silkthread.methods.risk.QRisk3;
import org.silkthread.methods.risk.RiskScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code silk stats risk-score}. The disclaimer of the score goes to standard error with every table. */
@Command(
        name = "risk-score",
        description = "Ten-year risk of cardiovascular disease, in per cent, for each person.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "QRISK3-2017 is copyright ClinRisk Ltd.; the publisher's disclaimer is printed on standard error. For the",
            "measurement of quality only; not a medical device, and not for decisions about a person's care."
        })
final class RiskScoreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "SCORE",
            description = "qrisk3 (QRISK3-2017), or framingham (general cardiovascular risk, 2008).")
    private String score = "";

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "A CSV file with the columns of the QRISK3 test data; - is standard input.")
    private String file = "";

    /** The scores there are; their names in lower case are what is typed and the names of the added columns. */
    enum Score {
        QRISK3(QRisk3.DISCLAIMER),
        FRAMINGHAM(Framingham.DISCLAIMER);

        private final String disclaimer;

        Score(String disclaimer) {
            this.disclaimer = disclaimer;
        }

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        Score chosen = chosen();
        Table table = Table.read(file);
        PersonColumns people = new PersonColumns(table);
        Function<Row, Optional<RiskScore>> scored = switch (chosen) {
            case QRISK3 -> row -> people.forQRisk3(row).map(QRisk3::tenYearRisk);
            case FRAMINGHAM -> row -> people.forFramingham(row).map(Framingham::tenYearRisk);
        };
        List<String> added = List.of(chosen.column());
        List<Column> kept = table.columnsBeside(added);
        CsvOutput output = CsvOutput.of(kept, added);
        int without = 0;
        for (Row row : table.rows()) {
            Optional<RiskScore> risk = scored.apply(row);
            without += risk.isEmpty() ? 1 : 0;
            output.row(
                    row,
                    kept,
                    List.of(risk.map(found -> CsvOutput.number(found.percent())).orElse("")));
        }
        say(chosen, people, without);
        output.writeTo(spec.commandLine().getOut());
        return 0;
    }

    private Score chosen() {
        return Arrays.stream(Score.values())
                .filter(known -> known.column().equals(score))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "No score is called \"" + score + "\"; there are qrisk3 and framingham"));
    }

    private void say(Score chosen, PersonColumns people, int without) {
        PrintWriter err = spec.commandLine().getErr();
        if (chosen == Score.FRAMINGHAM) {
            err.println(
                    people.hasLipids()
                            ? "With total and high-density cholesterol in mmol/l."
                            : "With body mass index, because there are no columns total_cholesterol and hdl.");
        }
        if (without > 0) {
            err.println(without + (without == 1 ? " person has" : " people have")
                    + " no score: something is missing, or the age is outside the score's.");
        }
        err.println(chosen.disclaimer);
        err.flush();
    }
}
