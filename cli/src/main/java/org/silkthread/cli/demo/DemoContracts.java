package org.silkthread.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.silkthread.server.calendar.FinancialYear;

/** The demonstration's CQUIN contracts: three providers, three goals each, three kinds of rule. */
public final class DemoContracts {

    private record Side(String commissioner, String provider, String value) {}

    private static final List<Side> SIDES = List.of(
            new Side("DQ1", "DZA", "412000000.00"),
            new Side("DQ1", "DZB", "186500000.00"),
            new Side("DQ3", "DZE", "371250000.00"));

    private DemoContracts() {}

    /** Writes the contracts in the layout of {@code docs/reference/import-cquin-contracts.md}. */
    public static Path write(Path directory, FinancialYear year) {
        String header = "commissioner,provider,year,contract_value,goal_number,goal,indicator,weight_percent,rule";
        String text = Stream.concat(Stream.of(header), SIDES.stream().flatMap(side -> goals(side, year)))
                .collect(Collectors.joining("\n", "", "\n"));
        try {
            Files.createDirectories(directory);
            return Files.writeString(directory.resolve("cquin-contracts.csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the demonstration's contracts into " + directory, e);
        }
    }

    /** The providers that have a contract. */
    public static List<String> providers() {
        return SIDES.stream().map(Side::provider).toList();
    }

    private static Stream<String> goals(Side side, FinancialYear year) {
        String contract = String.join(",", side.commissioner(), side.provider(), year.code(), side.value());
        return Stream.of(
                contract + ",1,See people in the emergency department within 4 hours,ae-4-hour,40,linear 70 to 85",
                contract + ",2,Check the risk of blood clots,vte-risk-assessment,35,all or nothing at 95",
                contract
                        + ",3,Operate on broken hips within 36 hours,hip-fracture-surgery-36h,25,60 pays 50; 75 pays 100");
    }
}
