package org.silkthread.bench.peers;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** {@code --name value} pairs. */
record Arguments(Map<String, String> values) {

    static Arguments of(String[] words) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i + 1 < words.length; i += 2) {
            values.put(words[i].substring(2), words[i + 1]);
        }
        return new Arguments(values);
    }

    Path path(String name) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException("Say --" + name);
        }
        return Path.of(values.get(name));
    }

    int number(String name, int otherwise) {
        return values.containsKey(name) ? Integer.parseInt(values.get(name)) : otherwise;
    }
}
