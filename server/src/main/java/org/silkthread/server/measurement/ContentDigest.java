package org.silkthread.server.measurement;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What content is told by: SHA-256 over the names and bytes of its files, in the order of the names. */
final class ContentDigest {

    private static final int BUFFER = 1 << 16;

    private ContentDigest() {}

    static String of(List<Path> places) throws IOException {
        MessageDigest sha = sha256();
        for (Path place : places) {
            try (Stream<Path> found = Files.walk(place)) {
                for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                    sha.update(place.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                    sha.update((" " + Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
                    add(file, sha);
                }
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static void add(Path file, MessageDigest sha) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha.update(buffer, 0, read);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
