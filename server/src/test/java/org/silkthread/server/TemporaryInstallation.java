package org.silkthread.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a test's server a data folder of its own, gone when the tests end, and ports that nobody else uses. */
final class TemporaryInstallation implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "silkthread.dir=" + newDirectory(),
                        "management.server.port=0",
                        // Tests ask as fast as they can; those of the limits come from another address.
                        "silkthread.requests.unlimited=127.0.0.1,::1",
                        "silkthread.requests.costly.address.per-second=1",
                        "silkthread.requests.costly.address.burst=60",
                        "silkthread.requests.costly.caller.per-second=1",
                        "silkthread.requests.costly.caller.burst=30")
                .applyTo(context);
    }

    private static Path newDirectory() {
        try {
            Path directory = Files.createTempDirectory("silkthread-test");
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> delete(directory)));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database may still be closing its files; what it holds on to is left to the machine's own clearing up. */
    private static void delete(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            directory.toFile().deleteOnExit();
        }
    }
}
