package org.silkthread.server.register.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.silkthread.server.register.Content;
import org.silkthread.server.register.ContentException;
import org.silkthread.server.register.ContentKind;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/** The files below {@code content/}: one entry a file. */
@Component
public class ContentFiles {

    private final ContentJson json;

    ContentFiles(ContentJson json) {
        this.json = json;
    }

    /**
     * Reads every file of a kind, in the order of their names.
     *
     * @throws ContentException if one cannot be read as this kind
     */
    public <T extends Record & Content> List<Loaded<T>> read(ContentKind<T> kind) {
        List<Loaded<T>> entries = new ArrayList<>();
        for (Resource file : files(kind)) {
            entries.add(read(kind, file));
        }
        return entries;
    }

    /** Content that comes from the program and not from a file, as it is to be stored. */
    public <T extends Record & Content> Loaded<T> written(ContentKind<T> kind, T content) {
        String text = json.written(content);
        return new Loaded<>(content, text, ContentJson.hash(text), kind.name() + " " + content.id());
    }

    private static List<Resource> files(ContentKind<?> kind) {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:content/" + kind.name() + "/*.yaml");
            return Arrays.stream(found)
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list content/" + kind.name(), e);
        }
    }

    private <T extends Record & Content> Loaded<T> read(ContentKind<T> kind, Resource file) {
        String place = "content/" + kind.name() + "/" + file.getFilename();
        try (InputStream stream = file.getInputStream()) {
            byte[] bytes = stream.readAllBytes();
            T content = json.yaml().readValue(bytes, kind.type());
            JsonNode tree = json.yaml().readTree(bytes);
            String text = json.canonical(tree);
            return new Loaded<>(content, text, ContentJson.hash(text), place);
        } catch (JacksonException e) {
            throw new ContentException(place + at(e.getLocation()) + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + place, e);
        }
    }

    private static String at(TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
