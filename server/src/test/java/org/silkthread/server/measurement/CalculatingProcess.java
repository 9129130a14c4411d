package org.silkthread.server.measurement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.silkthread.server.SilkthreadServer;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A server in a process of its own that begins a calculation when it is told to, so that it can be killed. */
final class CalculatingProcess {

    /** Printed when the server has started. */
    static final String READY = "ready to calculate";

    /** How many parts its calculations have. */
    static final int PARTS = 6;

    private CalculatingProcess() {}

    /** Starts a server on a data folder and a population, in this process. */
    static ConfigurableApplicationContext start(String directory, String population) {
        return new SpringApplicationBuilder(SilkthreadServer.class)
                .run(
                        "--silkthread.dir=" + directory,
                        "--server.port=0",
                        "--management.server.port=0",
                        "--silkthread.measurement.content=" + MeasuredServer.nationalMeasures(),
                        "--silkthread.measurement.population=" + population,
                        "--silkthread.measurement.parts=" + PARTS);
    }

    /** Asks for all measures over a year. */
    static Calculation ask(ConfigurableApplicationContext server) {
        Calculations calculations = server.getBean(Calculations.class);
        List<String> all =
                calculations.choices().stream().map(Calculation.Choice::measure).toList();
        return calculations.start(
                new CalculationRequest(all, Period.parse("FY2025-26")),
                new SignedIn("tester", "Test Person", Set.of(new Post(Role.NATIONAL, "ENG"))));
    }

    /**
     * @param arguments the data folder and the population
     */
    public static void main(String[] arguments) throws IOException {
        ConfigurableApplicationContext server =
                start(arguments[0], Path.of(arguments[1]).toString());
        System.out.println(READY);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        orders.readLine();
        DataScope.asSystem("a test", () -> ask(server));
        // Waits to be killed.
        orders.readLine();
    }
}
