package org.silkthread.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.silkthread.cli.demo.DemoAccounts;
import org.silkthread.cli.demo.DemoAccounts.Account;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.SecondFactors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code silk demo}: makes a synthetic health service, loads it and serves it. */
@Command(
        name = "demo",
        description = "Make a synthetic health service, load it and serve it.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Ports ports = new Ports();

    @Mixin
    private DemonstrationTime time = new DemonstrationTime();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = "silkthread-demo",
            description = "The folder that holds the demonstration (default: ${DEFAULT-VALUE}).")
    private Path dir = Path.of("silkthread-demo");

    @Option(names = "--fresh", description = "Throw away the demonstration that is in the folder and make it anew.")
    private boolean fresh;

    @Option(
            names = "--accounts",
            paramLabel = "FILE",
            description = "Write the accounts to sign in with to this file, as JSON.")
    private Optional<Path> accountsFile = Optional.empty();

    @Option(names = "--no-build", description = "Do not build, even when the sources are newer (for the launcher).")
    private boolean noBuild;

    @Override
    public Integer call() throws InterruptedException {
        if (fresh) {
            throwAway(dir);
        }
        try (Installation installation =
                Installation.serve(DataFolder.of(dir), ports.port(), ports.operatorPort(), time.settings())) {
            DemoLoading loading =
                    new DemoLoading(installation, dir.toAbsolutePath().resolve("demo"));
            loading.load();
            loading.goOn();
            List<Account> accounts =
                    new DemoAccounts(installation.room(Accounts.class), installation.room(SecondFactors.class)).renew();
            accountsFile.ifPresent(file -> AccountsFile.write(file, accounts));
            announce(installation, accounts);
            Ports.untilStopped();
        }
        return 0;
    }

    private void announce(Installation installation, List<Account> accounts) {
        System.err.println();
        System.err.println("Accounts (username, password and secret of the second factor; new at every start):");
        for (Account account : accounts) {
            System.err.printf(
                    "  %-14s %-20s %s  %s%n",
                    account.username(), account.password(), account.totpSecret(), account.persona());
        }
        System.err.println();
        System.err.println(
                "After the password, sign-in asks for a code. Give the secret to an authenticator app, or run");
        System.err.println("  "
                + accountsFile
                        .map(file -> "./silk code USERNAME --accounts " + file)
                        .orElse("echo SECRET | ./silk code"));
        System.err.println();
        System.err.println("Silkthread is at http://localhost:" + installation.port());
        System.err.println("Stop it with Ctrl+C.");
    }

    /** Deletes a folder only when it is plainly one of ours. */
    private void throwAway(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.exists(folder.resolve("postgres.password"))) {
            throw new ParameterException(
                    spec.commandLine(), folder + " is not a folder of this program, so it is not thrown away");
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot throw away " + folder, e);
        }
    }
}
