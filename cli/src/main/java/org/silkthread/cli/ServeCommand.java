package org.silkthread.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code silk serve}: runs the application until it is told to stop. */
@Command(
        name = "serve",
        description = "Serve the application until it is stopped (Ctrl+C).",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private DataFolder folder = new DataFolder();

    @Mixin
    private Ports ports = new Ports();

    @Mixin
    private Proxies proxies = new Proxies();

    @Override
    public Integer call() throws InterruptedException {
        try (Installation installation =
                Installation.serve(folder, ports.port(), ports.operatorPort(), proxies.settings())) {
            System.err.println("Silkthread is at http://localhost:" + installation.port());
            Ports.untilStopped();
        }
        return 0;
    }
}
