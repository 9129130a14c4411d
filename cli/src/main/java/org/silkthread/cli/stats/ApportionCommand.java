package org.silkthread.cli.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.silkthread.cli.table.Column;
import org.silkthread.cli.table.CsvOutput;
import org.silkthread.cli.table.Row;
import org.silkthread.cli.table.Table;
import org.silkthread.methods.infection.Association;
import org.silkthread.methods.infection.Organism;
import org.silkthread.methods.infection.PostInfectionReview;
import org.silkthread.methods.infection.PriorHealthcare;
import org.silkthread.methods.infection.TrustApportionment;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code silk stats apportion}. */
@Command(
        name = "apportion",
        description = "Apportions infections: to the trust (before April 2017), by prior healthcare (since), or by post"
                + " infection review. Columns are found by the names that surveillance data use.",
        mixinStandardHelpOptions = true)
final class ApportionCommand implements Callable<Integer> {

    /** The rules. */
    enum Scheme {
        /** The trust's own or not. */
        TRUST,
        /** Hospital onset or how long ago the patient was in hospital. */
        PRIOR_HEALTHCARE,
        /** Post infection review. */
        PIR;

        private String option() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "A CSV file with a header row, in UTF-8; - is standard input.")
    private String file = "";

    @Option(
            names = "--scheme",
            required = true,
            paramLabel = "SCHEME",
            converter = SchemeName.class,
            description = "trust, prior-healthcare or pir.")
    private Scheme scheme = Scheme.TRUST;

    @Option(
            names = "--organism",
            paramLabel = "NAME",
            converter = OrganismName.class,
            description = "mrsa, mssa, ecoli, klebsiella, pseudomonas or cdi (default: the column collection).")
    private Optional<Organism> organism = Optional.empty();

    @Override
    public Integer call() {
        Table table = Table.read(file);
        List<String> added =
                scheme == Scheme.PRIOR_HEALTHCARE ? List.of("apportioned", "objective") : List.of("apportioned");
        List<Column> kept = table.columnsBeside(added);
        CsvOutput output = CsvOutput.of(kept, added);
        InfectionTable infections = InfectionTable.of(table, organism, scheme != Scheme.PIR);
        for (Row row : table.rows()) {
            output.row(row, kept, cells(infections, row));
        }
        output.writeTo(spec.commandLine().getOut());
        return 0;
    }

    private List<String> cells(InfectionTable infections, Row row) {
        List<String> cells = new ArrayList<>();
        switch (scheme) {
            case TRUST ->
                cells.add(TrustApportionment.of(infections.infection(row))
                        .map(ApportionCommand::flag)
                        .orElse(""));
            case PRIOR_HEALTHCARE -> {
                Optional<Association> association =
                        PriorHealthcare.of(infections.infection(row), infections.priorStay(row));
                cells.add(association.map(Association::label).orElse(""));
                cells.add(association
                        .map(found -> flag(found.countsTowardsObjective()))
                        .orElse(""));
            }
            case PIR ->
                cells.add(infections
                        .review(row)
                        .assignee()
                        .map(PostInfectionReview.Assignee::label)
                        .orElse(""));
        }
        return cells;
    }

    private static String flag(boolean yes) {
        return yes ? "1" : "0";
    }

    /** Reads a scheme. */
    static final class SchemeName implements ITypeConverter<Scheme> {

        @Override
        public Scheme convert(String text) {
            for (Scheme scheme : Scheme.values()) {
                if (scheme.option().equals(text)) {
                    return scheme;
                }
            }
            throw new TypeConversionException("'" + text + "' is not one of trust, prior-healthcare, pir");
        }
    }

    /** Reads an organism. */
    static final class OrganismName implements ITypeConverter<Organism> {

        @Override
        public Organism convert(String text) {
            return Organism.named(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is not one of mrsa, mssa, ecoli, klebsiella, pseudomonas, cdi"));
        }
    }
}
