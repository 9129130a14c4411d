package org.silkthread.server.accounts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.silkthread.server.SilkthreadServer;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.publication.Publications;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A server in a process of its own that publishes one account when it is told to, so that it can be killed. */
final class PublishingProcess {

    /** Printed when the server has started. */
    static final String READY = "ready to publish";

    /** Printed when the account has been published. */
    static final String DONE = "published";

    private PublishingProcess() {}

    /** Starts a server on a data folder, in this process. */
    static ConfigurableApplicationContext start(String directory) {
        return new SpringApplicationBuilder(SilkthreadServer.class)
                .run("--silkthread.dir=" + directory, "--server.port=0", "--management.server.port=0");
    }

    /**
     * @param arguments the data folder and the code of the organisation
     */
    public static void main(String[] arguments) throws IOException {
        ConfigurableApplicationContext context = start(arguments[0]);
        String code = arguments[1];
        Publications publications = context.getBean(Publications.class);
        int version = DataScope.asSystem(
                "a test",
                () -> publications.find(TestAccounts.id(code)).orElseThrow().version());
        System.out.println(READY);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        orders.readLine();
        DataScope.asSystem(
                "a test", () -> publications.publish(TestAccounts.id(code), version, TestAccounts.lead(code)));
        System.out.println(DONE);
        // Waits to be killed: whatever was acknowledged has to outlive the process.
        orders.readLine();
    }
}
