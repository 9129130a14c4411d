package org.silkthread.cli;

import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Option;

/** The options that say where an installation listens. */
final class Ports {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "The port for pages and interfaces; 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--operator-port",
            paramLabel = "PORT",
            description = "The port for metrics, on this machine only (default: the one after --port).")
    private int operatorPort = -1;

    int port() {
        return port;
    }

    int operatorPort() {
        if (operatorPort >= 0) {
            return operatorPort;
        }
        return port == 0 ? 0 : port + 1;
    }

    /** Waits for the end of the process; the shutdown hook closes the application. */
    static void untilStopped() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
