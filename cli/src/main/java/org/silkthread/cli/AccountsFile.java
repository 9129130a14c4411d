package org.silkthread.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.silkthread.cli.demo.DemoAccounts.Account;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The file that {@code silk demo --accounts} writes; nobody but its owner may read it. */
final class AccountsFile {

    private AccountsFile() {}

    static void write(Path file, List<Account> accounts) {
        List<Map<String, Object>> lines =
                accounts.stream().map(AccountsFile::line).toList();
        byte[] json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsBytes(lines);
        try {
            Path target = file.toAbsolutePath();
            Files.createDirectories(target.getParent());
            Files.deleteIfExists(target);
            Files.createFile(
                    target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(target, json);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the accounts to " + file, e);
        }
    }

    /**
     * The secret of somebody's second factor.
     *
     * @throws IllegalArgumentException if the file has no account of this name
     */
    static String totpSecret(Path file, String username) {
        for (JsonNode account : JsonMapper.shared().readTree(file.toFile())) {
            if (account.path("username").asString("").equals(username)) {
                return account.path("totpSecret").asString("");
            }
        }
        throw new IllegalArgumentException(file + " has no account '" + username + "'");
    }

    private static Map<String, Object> line(Account account) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("persona", account.persona());
        line.put("role", account.role());
        line.put("organisation", account.organisation());
        line.put("username", account.username());
        line.put("password", account.password());
        line.put("totpSecret", account.totpSecret());
        return line;
    }
}
