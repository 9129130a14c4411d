package org.silkthread.cli.stats;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.silkthread.cli.table.CsvOutput;
import org.silkthread.cli.table.InputError;
import org.silkthread.methods.proms.PromsMeasure;
import org.silkthread.methods.proms.PromsPack;
import org.silkthread.methods.proms.ProviderGain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code silk stats proms}. */
@Command(
        name = "proms",
        description = "Adjusted health gain and outliers of providers, from the published PROMs files.",
        mixinStandardHelpOptions = true)
final class PromsCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of(
            "procedure", "organisation", "measure", "n", "pre", "post", "gain", "adjusted_gain", "sd", "z", "outlier");

    private static final String PUBLISHED = "published";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "RECORDS",
            description = "Record files and provider files of one year, as CSV or zip; told apart by their headers.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--providers",
            required = true,
            paramLabel = "OUT",
            description = "Where to write the providers; - is standard output.")
    private String out = "";

    @Option(
            names = "--measure",
            split = ",",
            paramLabel = "MEASURE",
            description = "Only these, named as published, for example \"Oxford Hip Score\" (default: all).")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--england",
            paramLabel = "SOURCE",
            description = "published: England as it was published, where that is known; records: the sum of the records"
                    + " (default: published).")
    private String england = PUBLISHED;

    @Override
    public Integer call() {
        Set<PromsMeasure> measures = measures();
        if (!england.equals(PUBLISHED) && !england.equals("records")) {
            throw new ParameterException(spec.commandLine(), "--england is published or records");
        }
        PrintWriter err = spec.commandLine().getErr();
        PromsPack pack = new PromsPack();
        for (String file : files) {
            err.println("Reading " + file);
            err.flush();
            PromsFile.addTo(pack, file);
        }
        List<PromsPack.Result> results = pack.results(england.equals(PUBLISHED)).stream()
                .filter(result -> measures.contains(result.subject().measure()))
                .toList();
        if (results.isEmpty()) {
            throw InputError.inFile(
                    String.join(", ", files),
                    "expected records that were modelled, or a provider file with a row for England, found none");
        }
        CsvOutput output = new CsvOutput(COLUMNS);
        for (PromsPack.Result result : results) {
            err.println(words(result));
            result.providers().forEach(provider -> output.row(cells(result.subject(), provider)));
        }
        err.flush();
        write(output);
        return 0;
    }

    private Set<PromsMeasure> measures() {
        if (names.isEmpty()) {
            return EnumSet.allOf(PromsMeasure.class);
        }
        Set<PromsMeasure> measures = EnumSet.noneOf(PromsMeasure.class);
        for (String name : names) {
            measures.add(PromsMeasure.ofLabel(name)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "No measure is called \"" + name + "\"; there are "
                                    + Arrays.stream(PromsMeasure.values())
                                            .map(PromsMeasure::label)
                                            .collect(Collectors.joining(", ")))));
        }
        return measures;
    }

    private static String words(PromsPack.Result result) {
        String source = switch (result.basis()) {
            case GIVEN_RECORDS -> "the sum of the records that were given";
            case RECORDS_AND_KNOWN_ENGLAND -> "as published; gains computed from the records";
            case RECORDS_AND_PROVIDER_FILE ->
                "from the provider file; gains computed where all records are there, else as published";
            case PROVIDER_FILE -> "from the provider file; gains as published";
        };
        return result.subject().procedure() + ", " + result.subject().measure().label() + ": England "
                + CsvOutput.number(result.england().gain()) + ", standard deviation "
                + CsvOutput.number(result.england().deviation()) + ", " + source + ".";
    }

    private static List<String> cells(PromsPack.Subject subject, ProviderGain provider) {
        Optional<ProviderGain.Adjusted> adjusted = provider.adjusted();
        return List.of(
                subject.procedure(),
                provider.organisation(),
                subject.measure().label(),
                provider.records().map(n -> CsvOutput.number(n)).orElse(""),
                number(provider.before()),
                number(provider.after()),
                number(provider.gain()),
                number(adjusted.map(ProviderGain.Adjusted::gain)),
                number(adjusted.map(ProviderGain.Adjusted::deviation)),
                number(adjusted.map(ProviderGain.Adjusted::z)),
                provider.label().label());
    }

    private static String number(Optional<Double> value) {
        return value.map(CsvOutput::number).orElse("");
    }

    private void write(CsvOutput output) {
        if (out.equals("-")) {
            output.writeTo(spec.commandLine().getOut());
            return;
        }
        try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(Path.of(out), StandardCharsets.UTF_8))) {
            output.writeTo(file);
            if (file.checkError()) {
                throw InputError.inFile(out, "cannot be written");
            }
        } catch (IOException | InvalidPathException e) {
            throw InputError.inFile(out, "cannot be written (" + e.getMessage() + ")");
        }
    }
}
