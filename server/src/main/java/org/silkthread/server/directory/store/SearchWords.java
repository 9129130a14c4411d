package org.silkthread.server.directory.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people type, as a query of the listing's words. */
final class SearchWords {

    private SearchWords() {}

    /**
     * Each word as the beginning of a word, all of which must be found; nothing when there is no word. Words are made as
     * the database's {@code directory.searchable} makes them.
     */
    static Optional<String> query(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("['’`]", "").replaceAll("[^\\p{L}\\p{N}]+", " ");
        return Arrays.stream(plain.strip().split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word + ":*")
                .reduce((one, other) -> one + " & " + other);
    }
}
