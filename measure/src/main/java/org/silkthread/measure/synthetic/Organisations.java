package org.silkthread.measure.synthetic;

import java.util.List;

/**
 * The fictional practices and hospitals of every synthetic population. Their codes lie outside the ranges that the register
 * of organisations gives out.
 */
final class Organisations {

    static final int PRACTICES = 60;
    static final int HOSPITALS = 10;

    private static final List<String> TOWNS = List.of(
            "Amberwick",
            "Bellhaven",
            "Cloverstead",
            "Dunmere",
            "Ebbsley",
            "Fernacre",
            "Goldbeck",
            "Hartsfold",
            "Inglewater",
            "Juniper Cross");
    private static final List<String> PLACES =
            List.of("Market Place", "Canal Street", "Station Road", "Chestnut Avenue", "The Green", "Mill Race");

    private static final byte[][] PRACTICE_IDS = ids("Z91%03d", PRACTICES);
    private static final byte[][] HOSPITAL_IDS = ids("ZH%d", HOSPITALS);

    private Organisations() {}

    static byte[] practice(int number) {
        return PRACTICE_IDS[number];
    }

    static byte[] hospital(int number) {
        return HOSPITAL_IDS[number];
    }

    /** The hospital that a practice's patients go to most. */
    static int nearest(int practice) {
        return practice % HOSPITALS;
    }

    static String town(int practice) {
        return TOWNS.get(practice % HOSPITALS);
    }

    static void write(Sheaf sheaf) {
        if (!sheaf.wants(ResourceKind.ORGANIZATION)) {
            return;
        }
        for (int i = 0; i < HOSPITALS; i++) {
            String hospital = TOWNS.get(i) + (i % 3 == 0 ? " University Hospital" : " General Hospital");
            write(sheaf, HOSPITAL_IDS[i], hospital, "Hospital");
        }
        for (int i = 0; i < PRACTICES; i++) {
            String practice = TOWNS.get(i % HOSPITALS) + " " + PLACES.get(i / HOSPITALS) + " Surgery";
            write(sheaf, PRACTICE_IDS[i], practice, "GP practice");
        }
    }

    private static void write(Sheaf sheaf, byte[] id, String name, String kind) {
        Bytes out = sheaf.next(ResourceKind.ORGANIZATION);
        out.text(Bytes.utf8("{\"resourceType\":\"Organization\",\"id\":\""));
        out.text(id);
        out.text(Bytes.utf8("\",\"identifier\":[{\"system\":\"https://silkthread.example/fhir/organisation-code\","
                + "\"value\":\""));
        out.text(id);
        out.text(
                Bytes.utf8("\"}],\"active\":true,\"type\":[{\"text\":\"" + kind + "\"}],\"name\":\"" + name + "\"}\n"));
    }

    private static byte[][] ids(String pattern, int count) {
        byte[][] ids = new byte[count][];
        for (int i = 0; i < count; i++) {
            ids[i] = Bytes.utf8(pattern.formatted(i));
        }
        return ids;
    }
}
