package org.silkthread.measure.store;

import java.util.Arrays;

/**
 * Counts in how many patients each value of a partition occurs, by its bytes in plain form. The parts of a value are
 * counted where the value is met first only: once it is in the dictionary, they are written there alone.
 */
final class Repetitions {

    /** Values shorter than this cost no more than their number in the dictionary. */
    private static final int SHORTEST = 3;

    private static final int LONGEST = 1 << 14;
    private static final int NONE = -1;

    /** In place of an entry: the value was not met before. */
    static final int NEW = -1;

    private final byte[] bytes;
    private int[] places = new int[1 << 12];
    private int[] from = new int[1 << 11];
    private int[] length = new int[1 << 11];
    private int[] hashes = new int[1 << 11];
    private int[] patients = new int[1 << 11];
    private int[] lastPatient = new int[1 << 11];
    private int[] number = new int[0];
    private int size;

    Repetitions(byte[] bytes) {
        this.bytes = bytes;
        Arrays.fill(places, NONE);
    }

    /**
     * Notes a value in a patient. Gives the entry of the value that it repeats; {@link #NEW} when it was not met before, so
     * that its parts are to be noted as well.
     */
    int note(int at, int bytesLong, int patient) {
        if (bytesLong < SHORTEST || bytesLong > LONGEST) {
            return NEW;
        }
        int hash = hash(at, bytesLong);
        int place = place(at, bytesLong, hash);
        int entry = places[place];
        if (entry == NONE) {
            add(at, bytesLong, hash, patient, place);
            return NEW;
        }
        if (lastPatient[entry] != patient) {
            lastPatient[entry] = patient;
            patients[entry]++;
        }
        return entry;
    }

    /** Where the value of an entry was met first. */
    int from(int entry) {
        return from[entry];
    }

    /** How long the value of an entry is. */
    int length(int entry) {
        return length[entry];
    }

    /** The number of an entry's value in the dictionary, or -1. */
    int numberOf(int entry) {
        return number[entry];
    }

    /** Numbers the values that several patients have, the most frequent first; gives where each lies in the bytes. */
    int[] number() {
        long[] order = new long[size];
        int shared = 0;
        for (int entry = 0; entry < size; entry++) {
            if (patients[entry] > 1) {
                order[shared++] = entry;
            }
        }
        Integer[] entries = new Integer[shared];
        for (int i = 0; i < shared; i++) {
            entries[i] = (int) order[i];
        }
        Arrays.sort(entries, (a, b) -> {
            int byCount = Integer.compare(patients[b], patients[a]);
            return byCount != 0 ? byCount : compare(a, b);
        });
        number = new int[size];
        Arrays.fill(number, NONE);
        int[] positions = new int[shared];
        for (int i = 0; i < shared; i++) {
            number[entries[i]] = i;
            positions[i] = from[entries[i]];
        }
        return positions;
    }

    private int compare(int a, int b) {
        return Arrays.compareUnsigned(bytes, from[a], from[a] + length[a], bytes, from[b], from[b] + length[b]);
    }

    /** The number of a value in the dictionary, or -1. */
    int numberOf(int at, int bytesLong) {
        if (bytesLong < SHORTEST || bytesLong > LONGEST) {
            return NONE;
        }
        int entry = places[place(at, bytesLong, hash(at, bytesLong))];
        return entry == NONE ? NONE : number[entry];
    }

    private void add(int at, int bytesLong, int hash, int patient, int place) {
        if (size == from.length) {
            from = Arrays.copyOf(from, size * 2);
            length = Arrays.copyOf(length, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
            patients = Arrays.copyOf(patients, size * 2);
            lastPatient = Arrays.copyOf(lastPatient, size * 2);
        }
        from[size] = at;
        length[size] = bytesLong;
        hashes[size] = hash;
        patients[size] = 1;
        lastPatient[size] = patient;
        places[place] = size;
        size++;
        if (size * 2 > places.length) {
            spread();
        }
    }

    private void spread() {
        places = new int[places.length * 2];
        Arrays.fill(places, NONE);
        for (int entry = 0; entry < size; entry++) {
            int place = hashes[entry] & places.length - 1;
            while (places[place] != NONE) {
                place = place + 1 & places.length - 1;
            }
            places[place] = entry;
        }
    }

    private int place(int at, int bytesLong, int hash) {
        int place = hash & places.length - 1;
        while (places[place] != NONE && !same(places[place], at, bytesLong, hash)) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }

    private boolean same(int entry, int at, int bytesLong, int hash) {
        return hashes[entry] == hash
                && length[entry] == bytesLong
                && Arrays.equals(bytes, from[entry], from[entry] + bytesLong, bytes, at, at + bytesLong);
    }

    private int hash(int at, int bytesLong) {
        long hash = bytesLong * 0x9E3779B97F4A7C15L;
        int i = at;
        for (int end = at + bytesLong - Long.BYTES; i <= end; i += Long.BYTES) {
            hash = (hash ^ (long) ByteInput.LONG.get(bytes, i)) * 0x9FB21C651E98DF25L;
            hash ^= hash >>> 32;
        }
        for (int end = at + bytesLong; i < end; i++) {
            hash = (hash ^ bytes[i]) * 0x100000001b3L;
        }
        hash *= 0xff51afd7ed558ccdL;
        return (int) (hash ^ hash >>> 32);
    }
}
