package org.silkthread.server.indicators.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.silkthread.server.tabular.TabularLayout;

/**
 * The columns of NHS England's monthly A&amp;E file, whose names have changed over the years: "Number of A&amp;E
 * attendances Type 1" and "A&amp;E attendances Type 1" are the same column. An object remembers which columns one file
 * has, because the oldest files lack booked appointments.
 */
final class AeColumns {

    static final String PERIOD = "Period";
    static final String CODE = "Org Code";
    static final String PARENT = "Parent Org";
    static final String NAME = "Org name";
    static final String WAITED_12 = "Patients who have waited 12+ hrs from DTA to admission";

    private static final String WAITED_4 = "Patients who have waited 4-12 hs from DTA to admission";
    private static final String OTHER_ADMISSIONS = "Other emergency admissions";
    private static final Pattern TWELVE = Pattern.compile("(12\\s*\\+|>\\s*12|(over|more than) 12)");
    private static final Pattern FOUR = Pattern.compile("(over|>|more than)\\s*(4|four)");
    private static final Pattern TYPE_1 = Pattern.compile("type\\s*1\\b");
    private static final Pattern TYPE_2 = Pattern.compile("type\\s*2\\b");
    private static final Pattern TYPE_3 = Pattern.compile("(type\\s*3\\b|\\bother\\b)");

    /** The kinds of department that the file tells apart. */
    enum Type {
        MAJOR("Type 1"),
        SPECIALTY("Type 2"),
        OTHER("Other");

        private final String words;

        Type(String words) {
            this.words = words;
        }
    }

    /** What is counted for each kind of department. */
    enum Measure {
        ATTENDANCES("A&E attendances"),
        BOOKED("Booked appointments"),
        OVER_4("Attendances over 4hrs"),
        BOOKED_OVER_4("Booked appointments over 4hrs"),
        ADMISSIONS("Emergency admissions via A&E");

        private final String words;

        Measure(String words) {
            this.words = words;
        }

        boolean isBooked() {
            return this == BOOKED || this == BOOKED_OVER_4;
        }
    }

    private final Set<String> present = new HashSet<>();

    static String of(Measure measure, Type type) {
        return measure.words + " " + type.words;
    }

    TabularLayout layout() {
        List<String> required = new ArrayList<>(List.of(PERIOD, CODE, PARENT, NAME, WAITED_12));
        List<String> optional = new ArrayList<>(List.of(WAITED_4, OTHER_ADMISSIONS));
        for (Measure measure : Measure.values()) {
            for (Type type : Type.values()) {
                (measure.isBooked() ? optional : required).add(of(measure, type));
            }
        }
        return TabularLayout.withHeader(required.toArray(String[]::new))
                .withOptional(optional.toArray(String[]::new))
                .allowingOtherColumns()
                .allowingTrailingEmpty()
                .named(this::name);
    }

    boolean isPresent(String column) {
        return present.contains(column);
    }

    /** All columns of counts that this file has. */
    List<String> counts() {
        List<String> counts = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            for (Type type : Type.values()) {
                counts.add(of(measure, type));
            }
        }
        counts.addAll(List.of(WAITED_4, WAITED_12, OTHER_ADMISSIONS));
        counts.removeIf(column -> !isPresent(column));
        return counts;
    }

    private String name(String header) {
        String name = canonical(
                        header.toLowerCase(Locale.ROOT).replace('_', ' ').strip())
                .orElse(header);
        present.add(name);
        return name;
    }

    private static Optional<String> canonical(String header) {
        switch (header) {
            case "period":
                return Optional.of(PERIOD);
            case "org code", "code", "organisation code":
                return Optional.of(CODE);
            case "parent org", "parent organisation", "region":
                return Optional.of(PARENT);
            case "org name", "name", "organisation name":
                return Optional.of(NAME);
            default:
                return count(header);
        }
    }

    private static Optional<String> count(String header) {
        if (header.contains("dta") || header.contains("decision to admit")) {
            return Optional.of(TWELVE.matcher(header).find() ? WAITED_12 : WAITED_4);
        }
        if (header.startsWith("other emergency admissions")) {
            return Optional.of(OTHER_ADMISSIONS);
        }
        return measure(header).flatMap(measure -> type(header).map(type -> of(measure, type)));
    }

    private static Optional<Measure> measure(String header) {
        boolean booked = header.contains("booked");
        if (header.contains("emergency admissions via")) {
            return Optional.of(Measure.ADMISSIONS);
        }
        if (!header.contains("attendances")) {
            return Optional.empty();
        }
        if (FOUR.matcher(header).find()) {
            return Optional.of(booked ? Measure.BOOKED_OVER_4 : Measure.OVER_4);
        }
        return Optional.of(booked ? Measure.BOOKED : Measure.ATTENDANCES);
    }

    private static Optional<Type> type(String header) {
        if (TYPE_1.matcher(header).find()) {
            return Optional.of(Type.MAJOR);
        }
        if (TYPE_2.matcher(header).find()) {
            return Optional.of(Type.SPECIALTY);
        }
        return TYPE_3.matcher(header).find() ? Optional.of(Type.OTHER) : Optional.empty();
    }
}
