package org.silkthread.server.dashboards;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tiles as text, for the table and for a form that carries a draft. The measures are closed, so nothing else can be read. */
public final class TileText {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Tile>> TILES = new TypeReference<>() {};

    private TileText() {}

    public static String write(List<Tile> tiles) {
        return JSON.writerFor(TILES).writeValueAsString(tiles);
    }

    /** The tiles that are written so; empty if they cannot be read. */
    public static Optional<List<Tile>> read(String text) {
        try {
            return Optional.of(List.copyOf(JSON.readValue(text, TILES)));
        } catch (JacksonException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
