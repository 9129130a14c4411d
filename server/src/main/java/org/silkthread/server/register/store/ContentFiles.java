package org.silkthread.server.register.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.silkthread.server.register.Content;
import org.silkthread.server.register.ContentException;
import org.silkthread.server.register.ContentKind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;

/** The YAML files of the content folder. A file holds one entry, or a list of entries. */
@Component
public class ContentFiles {

    private final String root;
    private final ContentJson json = new ContentJson();

    /**
     * @param root where the folders of the kinds are, as a resource pattern that ends in a slash
     */
    public ContentFiles(@Value("${silkthread.content:classpath*:content/}") String root) {
        this.root = root;
    }

    /**
     * Reads all files of a kind, in the order of their names.
     *
     * @throws ContentException naming file, line and column of the first thing that is not as it should be
     */
    public <T extends Record & Content> List<Loaded<T>> read(ContentKind<T> kind) {
        List<Loaded<T>> entries = new ArrayList<>();
        for (Resource file : files(kind)) {
            entries.addAll(read(kind, file));
        }
        refuseTwins(entries);
        entries.sort(Comparator.comparing((Loaded<T> entry) -> entry.content().id())
                .thenComparing(entry -> entry.content().version()));
        return entries;
    }

    /** Content that no file holds, in the form in which files are taken in. */
    public <T extends Record & Content> Loaded<T> written(ContentKind<T> kind, T content) {
        String text = json.written(content);
        return new Loaded<>(content, text, ContentJson.hash(text), kind.name());
    }

    private List<Resource> files(ContentKind<?> kind) {
        try {
            Resource[] found =
                    new PathMatchingResourcePatternResolver().getResources(root + kind.name() + "/**/*.yaml");
            return Arrays.stream(found)
                    .sorted(Comparator.comparing(Resource::getDescription))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for content in " + root + kind.name(), e);
        }
    }

    private <T extends Record & Content> List<Loaded<T>> read(ContentKind<T> kind, Resource file) {
        String name = "content/" + kind.name() + "/" + file.getFilename();
        try {
            return read(kind, name, file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    private <T extends Record & Content> List<Loaded<T>> read(ContentKind<T> kind, String name, String text) {
        List<Loaded<T>> entries = new ArrayList<>();
        int line = 1;
        try (MappingIterator<T> contents = json.file(kind.type()).readValues(text);
                MappingIterator<JsonNode> trees = json.file(JsonNode.class).readValues(text)) {
            while (contents.hasNextValue()) {
                line = contents.parser().currentTokenLocation().getLineNr();
                T content = contents.nextValue();
                String written = json.canonical(trees.nextValue());
                String place = name + ", line " + line;
                requireSense(content, place);
                entries.add(new Loaded<>(content, written, ContentJson.hash(written), place));
            }
        } catch (JacksonException e) {
            throw new ContentException(new ContentFault(e, line).describe(name, json.file(JsonNode.class), text), e);
        }
        if (entries.isEmpty()) {
            throw new ContentException(
                    name + ", line 1, column 1: the file is empty; expected an entry or a list of entries");
        }
        return entries;
    }

    private static void requireSense(Content content, String place) {
        if (content.id().isBlank()) {
            throw new ContentException(place + ": expected an 'id' that is not blank");
        }
        if (content.version() < 1) {
            throw new ContentException(place + ": expected a 'version' of 1 or more, found " + content.version());
        }
        content.effectiveTo()
                .filter(last -> last.isBefore(content.effectiveFrom()))
                .ifPresent(last -> {
                    throw new ContentException(place + ": 'effectiveTo' " + last + " is before 'effectiveFrom' "
                            + content.effectiveFrom());
                });
    }

    private static void refuseTwins(List<? extends Loaded<?>> entries) {
        Map<String, String> places = new HashMap<>();
        for (Loaded<?> entry : entries) {
            String version =
                    "'" + entry.content().id() + "' version " + entry.content().version();
            String earlier = places.putIfAbsent(version, entry.place());
            if (earlier != null) {
                throw new ContentException(
                        entry.place() + ": " + version + " was already given in " + earlier + "; expected it once");
            }
        }
    }
}
