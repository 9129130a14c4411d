package org.silkthread.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.silkthread.server.identity.TotpSecret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code silk code}: what an authenticator app would show now. */
@Command(
        name = "code",
        description = "Print the code that an authenticator app would show now, for an account of the demonstration"
                + " or for a secret on standard input.",
        mixinStandardHelpOptions = true)
final class CodeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "USERNAME", description = "Whose code; needs --accounts.")
    private Optional<String> username = Optional.empty();

    @Option(names = "--accounts", paramLabel = "FILE", description = "The file that `silk demo --accounts FILE` wrote.")
    private Optional<Path> accountsFile = Optional.empty();

    @Override
    public Integer call() throws IOException {
        if (username.isPresent() != accountsFile.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Name an account and its file: silk code USERNAME --accounts FILE; or put the secret on standard"
                            + " input");
        }
        String secret = username.isPresent()
                ? AccountsFile.totpSecret(accountsFile.orElseThrow(), username.get())
                : fromStandardInput();
        spec.commandLine()
                .getOut()
                .println(TotpSecret.parse(secret).code(Clock.systemUTC().instant()));
        return 0;
    }

    /** Not as an argument: other people on a machine can read those. */
    private static String fromStandardInput() throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = input.readLine();
        if (line == null || line.isBlank()) {
            throw new IllegalArgumentException("There is no secret on standard input");
        }
        return line;
    }
}
