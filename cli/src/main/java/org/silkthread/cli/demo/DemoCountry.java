package org.silkthread.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The country of the demonstration: three regions, six systems, fifteen primary care networks, sixty practices and
 * fourteen providers of different kinds, one of them independent.
 */
final class DemoCountry {

    static final String IMPROVER = "DZB";
    static final String OUTLIER = "DZF";
    static final String LATE_REPORTER = "DZH";
    static final String SICKEST_PATIENTS = "DZK";
    static final String SMALL_INDEPENDENT = "DZN";

    private static final String EMERGENCY = "emergency-care";
    private static final String ORTHOPAEDICS = "trauma-and-orthopaedics";
    private static final List<String> ACUTE = List.of(EMERGENCY, ORTHOPAEDICS, "general-medicine", "maternity");

    private static final List<String> PRACTICE_NAMES = List.of(
            "Abbey Lane",
            "Alderbrook",
            "Appletree",
            "Ashgrove",
            "Beacon Hill",
            "Beechwood",
            "Birchfield",
            "Bluebell",
            "Bridge Street",
            "Broadmeadow",
            "Brookside",
            "Castle Gate",
            "Chapel Row",
            "Cherry Tree",
            "Church Walk",
            "Copperfield",
            "Cornmill",
            "Crossways",
            "Dovecote",
            "Eastfield",
            "Elmhurst",
            "Fairview",
            "Ferry Road",
            "Fieldhouse",
            "Forge Lane",
            "Foxglove",
            "Garden Court",
            "Glebe",
            "Greenbank",
            "Hawthorn",
            "Hazel Bank",
            "Highfields",
            "Hillcrest",
            "Holly Bush",
            "Ivy House",
            "Kingfisher",
            "Lakeside",
            "Larch Avenue",
            "Limes",
            "Lodge Park",
            "Maltings",
            "Manor Park",
            "Maple",
            "Market Square",
            "Meadowside",
            "Millbrook",
            "Mulberry",
            "Oakdale",
            "Old Forge",
            "Orchard",
            "Park View",
            "Pinfold",
            "Poplars",
            "Priory",
            "Riverside",
            "Rowan",
            "Saddlers",
            "Spring Terrace",
            "Tanyard",
            "Weavers");

    private DemoCountry() {}

    static List<DemoOrganisation> organisations() {
        return Stream.of(regions(), systems(), providers(), networks(), practices())
                .flatMap(List::stream)
                .toList();
    }

    static List<DemoOrganisation> providers() {
        return List.of(
                trust("DZA", "Northmarch University Hospitals", "ZN1 1AA", "DQ1", ACUTE, 54.97, -1.61, 1.9),
                trust("DZB", "Fennel Valley Hospitals", "ZN4 2BD", "DQ1", ACUTE, 54.77, -1.57, 1.0),
                trust("DZC", "Harrow Dale General Hospital", "ZN8 7QT", "DQ2", ACUTE, 54.57, -1.23, 0.8),
                trust("DZD", "Kestrel Coast Hospitals", "ZN9 3LP", "DQ2", ACUTE, 54.28, -0.40, 0.6),
                trust("DZE", "Eastermere University Hospitals", "ZE1 5RR", "DQ3", ACUTE, 52.63, 1.30, 1.7),
                trust("DZF", "Ashdown Moor Hospitals", "ZE5 9HN", "DQ3", ACUTE, 52.24, 0.71, 1.1),
                trust("DZG", "Saltmarsh and Broads Hospitals", "ZE7 4DW", "DQ4", ACUTE, 52.61, 1.73, 0.7),
                trust("DZH", "Wrenbury General Hospital", "ZE2 8KF", "DQ4", ACUTE, 52.20, 0.12, 0.9),
                trust("DZJ", "Southvale University Hospitals", "ZS1 2XY", "DQ5", ACUTE, 51.45, -2.59, 1.8),
                trust("DZK", "Combe Hay and Mendip Hospitals", "ZS3 6MB", "DQ6", ACUTE, 51.38, -2.36, 0.9),
                trust(
                        "DZL",
                        "Tamarside Orthopaedic Hospital",
                        "ZS9 1PL",
                        "DQ6",
                        List.of(ORTHOPAEDICS),
                        50.38,
                        -4.14,
                        1.3),
                trust(
                        "DZM",
                        "Willow Court Mental Health",
                        "ZS2 5TG",
                        "DQ5",
                        List.of("mental-health"),
                        51.48,
                        -2.51,
                        1.0),
                new DemoOrganisation(
                        SMALL_INDEPENDENT,
                        "Larkspur Independent Hospital",
                        "INDEPENDENT-PROVIDER",
                        "ZE3 3JJ",
                        "DQ3",
                        List.of(ORTHOPAEDICS),
                        52.70,
                        1.10,
                        0.12),
                new DemoOrganisation(
                        "DZP",
                        "Quayside Urgent Treatment Centre",
                        "INDEPENDENT-PROVIDER",
                        "ZN2 4UC",
                        "DQ1",
                        List.of(EMERGENCY),
                        54.96,
                        -1.45,
                        0.35));
    }

    static List<DemoOrganisation> practices() {
        SplittableRandom random = new SplittableRandom(1948);
        List<DemoOrganisation> practices = new ArrayList<>();
        List<DemoOrganisation> networks = networks();
        for (int i = 0; i < PRACTICE_NAMES.size(); i++) {
            DemoOrganisation network = networks.get(i % networks.size());
            practices.add(new DemoOrganisation(
                    "D99%03d".formatted(i + 1),
                    PRACTICE_NAMES.get(i) + " Surgery",
                    "PRACTICE",
                    network.postcode().replaceFirst(" .*", " " + (1 + i % 9) + "G" + (char) ('A' + i % 20)),
                    network.code(),
                    List.of("general-practice"),
                    network.latitude() + random.nextDouble(-0.1, 0.1),
                    network.longitude() + random.nextDouble(-0.15, 0.15),
                    random.nextDouble(0.4, 2.0)));
        }
        return practices;
    }

    private static List<DemoOrganisation> regions() {
        return List.of(
                place("DY1", "Northmarch", "REGION", "ENG"),
                place("DY2", "Eastermere", "REGION", "ENG"),
                place("DY3", "Southvale", "REGION", "ENG"));
    }

    private static List<DemoOrganisation> systems() {
        return List.of(
                place("DQ1", "Fennel and Tyne", "ICB", "DY1"),
                place("DQ2", "Kestrel Coast and Dales", "ICB", "DY1"),
                place("DQ3", "Eastermere and Moor", "ICB", "DY2"),
                place("DQ4", "Broads and Wren", "ICB", "DY2"),
                place("DQ5", "Severnside", "ICB", "DY3"),
                place("DQ6", "Combe, Mendip and Tamar", "ICB", "DY3"));
    }

    private static List<DemoOrganisation> networks() {
        List<DemoOrganisation> hospitals = providers();
        List<DemoOrganisation> networks = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            // A network lies near the hospital of its system.
            DemoOrganisation near = hospitals.get(i % 10);
            networks.add(new DemoOrganisation(
                    "D%05d".formatted(70001 + i),
                    near.name()
                                    .replaceFirst(" (University |General |and ).*", "")
                                    .replaceFirst(" Hospitals?$", "") + " Network " + (1 + i / 10),
                    "PCN",
                    near.postcode(),
                    near.parent(),
                    List.of("general-practice"),
                    near.latitude(),
                    near.longitude(),
                    1));
        }
        return networks;
    }

    private static DemoOrganisation trust(
            String code,
            String name,
            String postcode,
            String system,
            List<String> serviceLines,
            double latitude,
            double longitude,
            double size) {
        return new DemoOrganisation(code, name, "NHS-TRUST", postcode, system, serviceLines, latitude, longitude, size);
    }

    private static DemoOrganisation place(String code, String name, String type, String parent) {
        return new DemoOrganisation(code, name, type, "", parent, List.of(), Double.NaN, Double.NaN, 1);
    }
}
