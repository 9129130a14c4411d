package org.silkthread.measure.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.cqframework.cql.cql2elm.utils.TranslatorVersionKt;
import org.silkthread.measure.content.Translator.Translated;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Translated libraries on disk, each under a digest of all that its translation depends on. Several processes may share
 * a folder: a file appears under its name only when it is whole. A cache that cannot be written is no error; the work is
 * then done again next time.
 */
final class ElmCache {

    private static final String FORMAT = "silkthread-elm-1";

    private final Optional<Path> folder;
    private final JsonMapper json;

    ElmCache(Optional<Path> folder, JsonMapper json) {
        this.folder = folder;
        this.json = json;
    }

    /** What was kept under a key; nothing when it is not there or cannot be read. */
    Optional<Translated> find(String key) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(Files.readAllBytes(folder.get().resolve(key + ".json"))));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    void keep(String key, Translated translated) {
        if (folder.isEmpty() || translated.elmJson().isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(folder.get());
            Path part = Files.createTempFile(folder.get(), key.substring(0, 16), ".part");
            Files.writeString(part, text(translated));
            Files.move(part, folder.get().resolve(key + ".json"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // The next run translates again: slower, and nothing else.
        }
    }

    /** The digest of the parts, of this cache's format and of the translator's version. */
    static String key(List<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((FORMAT + ' ' + TranslatorVersionKt.getTranslatorVersion()).getBytes(StandardCharsets.UTF_8));
            for (String part : parts) {
                digest.update((byte) 0);
                digest.update(part.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private Translated parse(byte[] bytes) {
        int end = 0;
        while (bytes[end] != '\n') {
            end++;
        }
        List<Problem> problems = json.readTree(bytes, 0, end).values().stream()
                .map(ElmCache::problem)
                .toList();
        return new Translated(
                Optional.of(new String(bytes, end + 1, bytes.length - end - 1, StandardCharsets.UTF_8)), problems);
    }

    private static Problem problem(JsonNode node) {
        return new Problem(
                Problem.Severity.valueOf(node.path("severity").asString()),
                node.path("where").asString(),
                node.path("line").asInt(),
                node.path("column").asInt(),
                node.path("message").asString());
    }

    /** The problems as one line of JSON, then the ELM. */
    private String text(Translated translated) {
        ArrayNode problems = json.createArrayNode();
        for (Problem problem : translated.problems()) {
            ObjectNode node = problems.addObject();
            node.put("severity", problem.severity().name());
            node.put("where", problem.where());
            node.put("line", problem.line());
            node.put("column", problem.column());
            node.put("message", problem.message());
        }
        return json.writeValueAsString(problems) + '\n' + translated.elmJson().orElseThrow();
    }
}
