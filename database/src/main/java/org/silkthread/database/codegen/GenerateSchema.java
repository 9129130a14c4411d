package org.silkthread.database.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;
import org.silkthread.database.DatabaseAddress;
import org.silkthread.database.EmbeddedPostgres;
import org.silkthread.database.Migrations;

/**
 * Migrates a throw-away database and writes jOOQ's classes for it. Skips the work when the migrations have not changed
 * since the last time.
 */
public final class GenerateSchema {

    private static final String PACKAGE = "org.silkthread.schema";

    private GenerateSchema() {}

    /**
     * @param args the folder of the migrations and the folder to write to
     */
    public static void main(String[] args) throws Exception {
        Path migrations = Path.of(args[0]);
        Path output = Path.of(args[1]);
        Path stamp = output.resolve("schema.sha256");
        String digest = digest(migrations);
        if (Files.exists(stamp) && Files.readString(stamp).equals(digest)) {
            return;
        }
        Files.createDirectories(output);
        Path scratch = Files.createTempDirectory("silkthread-schema");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(scratch)) {
            Migrations.apply(postgres.address());
            GenerationTool.generate(configuration(postgres.address(), output));
            Files.writeString(stamp, digest, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        } finally {
            delete(scratch);
        }
    }

    private static Configuration configuration(DatabaseAddress address, Path output) {
        return new Configuration()
                .withJdbc(new Jdbc()
                        .withUrl(address.url())
                        .withUser(address.user())
                        .withPassword(address.password()))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withIncludes(".*")
                                .withExcludes("pg_catalog.*|information_schema.*|public\\..*"))
                        .withGenerate(new Generate().withDeprecated(false).withGlobalCatalogReferences(false))
                        .withTarget(new Target()
                                .withPackageName(PACKAGE)
                                .withDirectory(output.toString())
                                .withClean(true)));
    }

    private static String digest(Path migrations) throws IOException, NoSuchAlgorithmException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.list(migrations)) {
            List<Path> inOrder = files.sorted().toList();
            for (Path file : inOrder) {
                sha.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                sha.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
