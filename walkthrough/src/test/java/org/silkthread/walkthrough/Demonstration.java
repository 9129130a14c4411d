package org.silkthread.walkthrough;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** One running demonstration for all the walkthroughs of a test run. */
final class Demonstration {

    /** A line of the file that {@code silk demo --accounts} writes. */
    record Account(
            String persona, String role, String organisation, String username, String password, String totpSecret) {}

    private static final Demonstration RUNNING = new Demonstration();

    private final String address;
    private final List<Account> accounts;

    private Demonstration() {
        try {
            Path directory = Files.createTempDirectory("silkthread-demo");
            Path accountsFile = directory.resolve("accounts.json");
            SilkProcess silk = SilkProcess.start(
                    directory,
                    "demo",
                    "--port",
                    "0",
                    "--dir",
                    directory.resolve("data").toString(),
                    "--accounts",
                    accountsFile.toString(),
                    "--no-build");
            Runtime.getRuntime().addShutdownHook(new Thread(silk::close));
            address = silk.address();
            accounts = List.of(JsonMapper.builder()
                    .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(accountsFile.toFile(), Account[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the demonstration", e);
        }
    }

    static Demonstration running() {
        return RUNNING;
    }

    String at(String path) {
        return address + path;
    }

    Account account(String role) {
        return accounts.stream()
                .filter(account -> account.role().equals(role))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The demonstration has no account with the role " + role));
    }

    /** All accounts with this role. */
    List<Account> accounts(String role) {
        return accounts.stream().filter(account -> account.role().equals(role)).toList();
    }

    /** The account with this role at this organisation. */
    Account account(String role, String organisation) {
        return accounts.stream()
                .filter(account ->
                        account.role().equals(role) && account.organisation().equals(organisation))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "The demonstration has no account with the role " + role + " at " + organisation));
    }
}
