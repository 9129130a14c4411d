package org.silkthread.server.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Looks at every secret before anything else starts. Registered in {@code META-INF/spring.factories}, so that no way of
 * starting goes round it.
 */
public final class StartCheck implements ApplicationListener<ApplicationPreparedEvent> {

    private static final String PREFIX = "silkthread";
    private static final List<String> SECRET_ENDINGS =
            List.of("password", "secret", "passphrase", "token", "privatekey", "secretskey", "pepper");

    /** Made by the framework. */
    public StartCheck() {
        // Nothing to set.
    }

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        List<String> faults = faults(event.getApplicationContext().getEnvironment());
        if (!faults.isEmpty()) {
            throw new StartRefused(faults);
        }
    }

    /** What is wrong, each in a sentence that says what to do. */
    static List<String> faults(ConfigurableEnvironment environment) {
        List<String> faults = new ArrayList<>();
        faults.addAll(ofTheDatabase(environment));
        faults.addAll(ofSettings(environment));
        faults.addAll(ofFiles(Path.of(environment.getProperty("silkthread.dir", "silkthread-data"))));
        return faults;
    }

    private static List<String> ofTheDatabase(ConfigurableEnvironment environment) {
        String url = environment.getProperty("silkthread.db-url", "");
        String user = environment.getProperty("silkthread.db-user", "");
        String password = environment.getProperty("silkthread.db-password", "");
        List<String> faults = new ArrayList<>();
        if (url.isBlank()) {
            return faults;
        }
        if (url.toLowerCase(Locale.ROOT).contains("password=")) {
            faults.add("The database's address holds its password, where everybody on this machine can read it."
                    + " Put it in SILK_DB_PASSWORD or in a file that SILK_DB_PASSWORD_FILE names.");
        } else if (password.isEmpty() && !url.contains("sslcert=")) {
            faults.add(
                    "The database has no password. Give the role one and put it in SILK_DB_PASSWORD or in a file that"
                            + " SILK_DB_PASSWORD_FILE names.");
        } else if (!password.isEmpty() && password.equalsIgnoreCase(user)) {
            faults.add("The database's password is the name of its role. Give the role another.");
        }
        return faults;
    }

    private static List<String> ofSettings(ConfigurableEnvironment environment) {
        List<String> faults = new ArrayList<>();
        for (String name : secretNames(environment)) {
            String value = environment.getProperty(name, "");
            if (!value.isEmpty() && KnownSecrets.isKnown(value)) {
                faults.add("The secret " + name + " is one that everybody would try. Set another.");
            }
        }
        if (!environment.getProperty("spring.security.user.password", "").isEmpty()) {
            faults.add("spring.security.user.password makes an account beside those of the service. Take it out.");
        }
        return faults;
    }

    private static TreeSet<String> secretNames(ConfigurableEnvironment environment) {
        TreeSet<String> names = new TreeSet<>();
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .map(EnumerablePropertySource.class::cast)
                .flatMap(source -> Arrays.stream(source.getPropertyNames()))
                .filter(StartCheck::isOfASecret)
                .forEach(names::add);
        return names;
    }

    /** Settings have another spelling in the environment: SILKTHREAD_SIGN_IN_CLIENT_SECRET is no other than the one in a file. */
    private static boolean isOfASecret(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[-._]", "");
        return letters.startsWith(PREFIX) && SECRET_ENDINGS.stream().anyMatch(letters::endsWith);
    }

    private static List<String> ofFiles(Path dir) {
        List<String> faults = new ArrayList<>();
        try {
            for (Path file : secretFiles(dir)) {
                if (KeyFile.isOpenToOthers(file)) {
                    faults.add("Others than its owner can read " + file + ". Set its permissions to rw-------");
                    continue;
                }
                String content = Files.readString(file).strip();
                if (content.isEmpty()) {
                    faults.add("The key file " + file + " is empty. Put it back from a backup, or delete it"
                            + " and a new key is made.");
                } else if (KnownSecrets.isKnown(content) || KnownSecrets.holdsPublishedKey(content)) {
                    faults.add("The key in " + file + " is printed in public. Delete it and a new one is made.");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the keys in " + dir, e);
        }
        return faults;
    }

    private static List<Path> secretFiles(Path dir) throws IOException {
        List<Path> files = new ArrayList<>();
        Path keys = dir.resolve("keys");
        if (Files.isDirectory(keys)) {
            try (Stream<Path> found = Files.walk(keys)) {
                found.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        Path password = dir.resolve("postgres.password");
        if (Files.exists(password)) {
            files.add(password);
        }
        return files;
    }
}
