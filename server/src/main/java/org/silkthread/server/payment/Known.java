package org.silkthread.server.payment;

import java.util.Map;

/** Reads maps that must hold every key that is asked for. */
final class Known {

    private Known() {}

    static <K, V> V in(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("Nothing is given for " + key);
        }
        return value;
    }
}
