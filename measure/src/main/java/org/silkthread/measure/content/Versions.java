package org.silkthread.measure.content;

import java.math.BigInteger;
import java.util.Comparator;

/** The order of business versions: part by part, numbers by size, so that 1.10.0 comes after 1.9.0. */
final class Versions {

    static final Comparator<String> ORDER = Versions::compare;

    private Versions() {}

    private static int compare(String a, String b) {
        String[] left = a.split("[.\\-_]", -1);
        String[] right = b.split("[.\\-_]", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = comparePart(left[i], right[i]);
            if (order != 0) {
                return order;
            }
        }
        int byLength = Integer.compare(left.length, right.length);
        return byLength != 0 ? byLength : a.compareTo(b);
    }

    private static int comparePart(String a, String b) {
        return number(a) && number(b) ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }

    private static boolean number(String part) {
        return !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
