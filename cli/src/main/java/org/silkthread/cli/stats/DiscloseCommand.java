package org.silkthread.cli.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.silkthread.cli.table.Column;
import org.silkthread.cli.table.CsvOutput;
import org.silkthread.cli.table.Table;
import org.silkthread.methods.disclosure.SuppressionRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code silk stats disclose}. */
@Command(
        name = "disclose",
        description = "Hides small counts and as much more as is needed that totals do not give them away; or attacks a"
                + " table that was published with * for hidden counts.",
        mixinStandardHelpOptions = true)
final class DiscloseCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "A CSV file with a header row, in UTF-8; - is standard input.")
    private String file = "";

    @Option(
            names = "--count",
            required = true,
            split = ",",
            paramLabel = "COLS",
            description = "Columns of counts of people; each is protected by itself.")
    private List<String> counts = new ArrayList<>();

    @Option(
            names = "--by",
            split = ",",
            paramLabel = "COLS",
            description = "Columns over which totals are published. A row whose cell says Total or All is such a total;"
                    + " without such rows all totals are added.")
    private List<String> by = new ArrayList<>();

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            converter = RuleName.class,
            description = "hes (1 to 7 hidden, nearest 5), proms (1 to 5 hidden) or threshold=N,round=M (1 to N hidden,"
                    + " nearest M); default: hes.")
    private SuppressionRule rule = SuppressionRule.HES;

    @Option(
            names = "--attack",
            description = "Add what an attacker can work out: COL_low and COL_high (empty when open).")
    private boolean attack;

    @Override
    public Integer call() {
        Table table = Table.read(file);
        DisclosureLayout layout = DisclosureLayout.of(table, table.columns(by));
        List<Column> columns = table.columns(counts);
        List<DisclosedColumn> disclosed = columns.stream()
                .map(column -> DisclosedColumn.of(layout, column, rule))
                .toList();
        List<String> added = new ArrayList<>();
        if (attack) {
            columns.forEach(column -> added.addAll(List.of(column.name() + "_low", column.name() + "_high")));
        }
        List<Column> kept = table.columnsBeside(added);
        CsvOutput output = CsvOutput.of(kept, added);
        for (DisclosureLayout.Line line : layout.lines()) {
            List<String> cells = new ArrayList<>();
            for (Column column : kept) {
                int place = columns.indexOf(column);
                cells.add(place < 0 ? line.text(column) : disclosed.get(place).shown(line));
            }
            if (attack) {
                disclosed.forEach(column -> cells.addAll(column.bounds(line)));
            }
            output.row(cells);
        }
        output.writeTo(spec.commandLine().getOut());
        for (DisclosedColumn column : disclosed) {
            spec.commandLine().getErr().println(column.sentence());
        }
        spec.commandLine().getErr().flush();
        return 0;
    }

    /** Reads a rule. */
    static final class RuleName implements ITypeConverter<SuppressionRule> {

        private static final Map<String, SuppressionRule> NAMED =
                Map.of("hes", SuppressionRule.HES, "proms", SuppressionRule.PROMS);

        @Override
        public SuppressionRule convert(String text) {
            SuppressionRule named = NAMED.get(text);
            if (named != null) {
                return named;
            }
            long threshold = 0;
            long round = 1;
            try {
                for (String part : text.split(",", -1)) {
                    if (part.startsWith("threshold=")) {
                        threshold = Long.parseLong(part.substring("threshold=".length()));
                    } else if (part.startsWith("round=")) {
                        round = Long.parseLong(part.substring("round=".length()));
                    } else {
                        throw new IllegalArgumentException("Unknown part");
                    }
                }
                return new SuppressionRule(threshold, round);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + text
                        + "' is not hes, proms, threshold=N or threshold=N,round=M with whole numbers of 1 or more");
            }
        }
    }
}
