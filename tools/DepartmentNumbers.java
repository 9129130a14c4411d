import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.TreeMap;

/**
 * The numbers of an emergency department, worked out from nothing but its raw messages. It shares no line with the product,
 * so that the two can be held against each other; what each number means stands in docs/reference/dashboards.md, and what
 * each message says in docs/reference/feeds.md. One file, no libraries:
 *
 * <pre>java tools/DepartmentNumbers.java MESSAGES [--receipts FILE] MOMENT...</pre>
 *
 * <p>MESSAGES is a file of {@code silk synth ae --out}, RECEIPTS one of {@code --receipts}: with it a message counts from the
 * moment at which the server answered it, without it from the moment at which it left. Moments are like 2026-11-23T10:30:00Z; a
 * single - reads them from standard input, one a line. It writes, with tabs between, for each moment and number: the moment,
 * how many messages were known, how many of them came in the ten seconds before or the two after (their place is in doubt), the
 * number's name, its exact value, and what a wall shows of it.
 */
public final class DepartmentNumbers {

    private static final Duration FOUR_HOURS = Duration.ofHours(4);
    private static final Duration HOUR = Duration.ofHours(1);

    /** One message: when it became known, when it was made, its number, its segments. */
    record Message(Instant known, Instant made, String control, List<String[]> segments) {
        String field(String segment, int place) {
            for (String[] fields : segments) {
                if (fields[0].equals(segment)) {
                    return DepartmentNumbers.field(fields, place);
                }
            }
            return "";
        }
    }

    /** What is known of one attendance: names such as "seen", "tested 1" with moments or words. */
    static final class Attendance {
        final Map<String, String> known = new TreeMap<>();

        Instant when(String name) {
            return known.containsKey(name) ? Instant.parse(known.get(name)) : null;
        }

        boolean counts() {
            return known.containsKey("arrived") && !known.containsKey("cancelled");
        }

        boolean isThere(Instant t) {
            return !when("arrived").isAfter(t) && (when("departed") == null || when("departed").isAfter(t));
        }

        boolean happened(String name, Instant t) {
            return when(name) != null && !when(name).isAfter(t);
        }
    }

    public static void main(String[] arguments) throws IOException {
        List<String> rest = new ArrayList<>(List.of(arguments));
        Map<String, Instant> receipts = null;
        int option = rest.indexOf("--receipts");
        if (option >= 0) {
            receipts = receipts(Path.of(rest.get(option + 1)));
            rest.subList(option, option + 2).clear();
        }
        if (rest.size() < 2) {
            System.err.println("java tools/DepartmentNumbers.java MESSAGES [--receipts FILE] MOMENT...");
            System.exit(2);
        }
        List<Message> messages = messages(Path.of(rest.removeFirst()), receipts);
        if (rest.equals(List.of("-"))) {
            rest = new Scanner(System.in).useDelimiter("\\s+").tokens().toList();
        }
        for (String moment : rest) {
            print(messages, Instant.parse(moment));
        }
    }

    private static Map<String, Instant> receipts(Path file) throws IOException {
        Map<String, Instant> first = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("\t", -1);
            if (parts[1].equals("AA")) {
                first.putIfAbsent(parts[0], moment(parts[2]));
            }
        }
        return first;
    }

    private static List<Message> messages(Path file, Map<String, Instant> receipts) throws IOException {
        Map<String, Message> once = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("#")) {
                continue;
            }
            int tab = line.indexOf('\t');
            String text = line.substring(tab + 1).replace("\\r", "\r").replace("\\\\", "\\");
            List<String[]> segments = new ArrayList<>();
            for (String segment : text.split("\r")) {
                segments.add(segment.split("\\|", -1));
            }
            // MSH-1 is the separator itself, so every other field of MSH is one place further to the left.
            String[] header = segments.getFirst();
            Instant known = receipts == null ? Instant.parse(line.substring(0, tab)) : receipts.get(header[9]);
            if (known != null) {
                Message message = new Message(known, moment(header[6]), header[9], segments);
                once.merge(header[9], message, (a, b) -> a.known().isAfter(b.known()) ? b : a);
            }
        }
        List<Message> messages = new ArrayList<>(once.values());
        messages.sort(Comparator.comparing(Message::made).thenComparing(Message::control));
        return messages;
    }

    private static String field(String[] fields, int place) {
        String text = fields.length > place ? fields[place] : "";
        int end = text.indexOf('^');
        return end < 0 ? text : text.substring(0, end);
    }

    private static Instant moment(String stamp) {
        int zone = Math.max(stamp.indexOf('+'), stamp.indexOf('-'));
        String local = (zone < 0 ? stamp : stamp.substring(0, zone)).replace(".", "");
        String digits = local + "0".repeat(Math.max(0, 17 - local.length()));
        LocalDateTime at = LocalDateTime.of(
                Integer.parseInt(digits.substring(0, 4)),
                Integer.parseInt(digits.substring(4, 6)),
                Integer.parseInt(digits.substring(6, 8)),
                Integer.parseInt(digits.substring(8, 10)),
                Integer.parseInt(digits.substring(10, 12)),
                Integer.parseInt(digits.substring(12, 14)),
                Integer.parseInt(digits.substring(14, 17)) * 1_000_000);
        return zone < 0
                ? at.atZone(ZoneId.of("Europe/London")).toInstant()
                : at.toInstant(ZoneOffset.of(stamp.substring(zone)));
    }

    private static Collection<Attendance> attendances(List<Message> messages, Instant t) {
        Map<String, Attendance> attendances = new HashMap<>();
        for (Message message : messages) {
            if (!message.known().isAfter(t)) {
                apply(message, attendances.computeIfAbsent(message.field("PV1", 19), number -> new Attendance()).known);
            }
        }
        return attendances.values().stream().filter(Attendance::counts).toList();
    }

    private static void apply(Message message, Map<String, String> known) {
        String kind = message.segments().getFirst()[8];
        switch (kind) {
            case "ADT^A04", "ADT^A08" -> {
                set(known, "arrived", message.field("PV1", 44));
                set(known, "departed", message.field("PV1", 45));
                if (kind.equals("ADT^A04")) {
                    known.remove("cancelled");
                }
            }
            case "ADT^A01", "ADT^A06" -> {
                String happened = message.field("EVN", 6);
                set(known, "departed", happened.isEmpty() ? message.field("EVN", 2) : happened);
            }
            case "ADT^A03" -> {
                String happened = message.field("EVN", 6).isEmpty() ? message.field("EVN", 2) : message.field("EVN", 6);
                String stated = message.field("PV1", 45);
                set(known, "departed", stated.isEmpty() ? happened : stated);
            }
            case "ADT^A11" -> known.put("cancelled", "true");
            case "ADT^A13" -> known.remove("departed");
            case "ORU^R01" -> message.segments().forEach(segment -> observe(segment, known));
            default -> {}
        }
    }

    private static void observe(String[] segment, Map<String, String> known) {
        if (segment[0].equals("OBR")) {
            String test = field(segment, 2).isEmpty() ? field(segment, 3) : field(segment, 2);
            set(known, "tested " + test, field(segment, 6));
            if (List.of("F", "C", "A").contains(field(segment, 25))) {
                set(known, "resulted " + test, field(segment, 22));
            }
        } else if (segment[0].equals("OBX")) {
            String name = Map.of("ED-ASSESSED", "assessed", "ED-SEEN", "seen", "ED-DECISION", "decided")
                    .get(field(segment, 3));
            if (name != null && List.of("D", "W").contains(field(segment, 11))) {
                known.remove(name);
            } else if (name != null) {
                set(known, name, field(segment, 5));
            }
        }
    }

    private static void set(Map<String, String> known, String name, String stamp) {
        if (!stamp.isEmpty()) {
            known.put(name, moment(stamp).toString());
        }
    }

    private static void print(List<Message> messages, Instant t) {
        Collection<Attendance> all = attendances(messages, t);
        long known = messages.stream().filter(message -> !message.known().isAfter(t)).count();
        long near = messages.stream()
                .filter(message -> message.known().isAfter(t.minusSeconds(10))
                        && message.known().isBefore(t.plusSeconds(2)))
                .count();
        String place = t + "\t" + known + "\t" + near + "\t";
        List<Attendance> there = all.stream().filter(one -> one.isThere(t)).toList();
        System.out.println(place + count("people-now", there.size()));
        List<Duration> waiting = there.stream()
                .filter(one -> !one.happened("seen", t))
                .map(one -> Duration.between(one.when("arrived"), t))
                .sorted()
                .toList();
        System.out.println(place + longest(waiting));
        System.out.println(place + middle("to-assessment", waits(all, "assessed", t)));
        System.out.println(place + middle("to-be-seen", waits(all, "seen", t)));
        System.out.println(place + middle("to-results", results(all, t)));
        List<Duration> stays = waits(all, "departed", t);
        System.out.println(place + middle("in-department", stays));
        System.out.println(place + within(stays));
        long arrived = all.stream().filter(one -> inLastHour(one.when("arrived"), t)).count();
        System.out.println(place + count("arrived", arrived));
    }

    private static boolean inLastHour(Instant at, Instant t) {
        return at != null && at.isAfter(t.minus(HOUR)) && !at.isAfter(t);
    }

    private static List<Duration> waits(Collection<Attendance> all, String end, Instant t) {
        return all.stream()
                .filter(one -> inLastHour(one.when(end), t))
                .map(one -> Duration.between(one.when("arrived"), one.when(end)))
                .filter(length -> !length.isNegative())
                .sorted()
                .toList();
    }

    private static List<Duration> results(Collection<Attendance> all, Instant t) {
        List<Duration> lengths = new ArrayList<>();
        for (Attendance one : all) {
            for (String name : one.known.keySet()) {
                Instant asked = name.startsWith("resulted ") ? one.when("tested" + name.substring(8)) : null;
                if (asked != null && inLastHour(one.when(name), t) && !one.when(name).isBefore(asked)) {
                    lengths.add(Duration.between(asked, one.when(name)));
                }
            }
        }
        lengths.sort(null);
        return lengths;
    }

    private static String count(String name, long number) {
        return name + "\t" + number + "\t" + (isFew(number) ? "Fewer than 8" : number == 0 ? "0" : "About " + nearest5(number));
    }

    private static String longest(List<Duration> waits) {
        if (waits.isEmpty()) {
            return "longest-wait-now\tnobody\tNone";
        }
        long quarters = Math.ceilDiv(waits.getLast().toSeconds(), 900L);
        return "longest-wait-now\t" + waits.getLast() + " of " + waits.size() + "\t"
                + (isFew(waits.size()) ? "Too few to show" : "Up to " + words(quarters * 15));
    }

    private static String middle(String name, List<Duration> sorted) {
        if (sorted.isEmpty()) {
            return name + "\tnobody\tNone";
        }
        Duration half = sorted.get((sorted.size() + 1) / 2 - 1);
        String exact = half + " (" + sorted.get((sorted.size() + 3) / 4 - 1) + " to "
                + sorted.get((3 * sorted.size() + 3) / 4 - 1) + ") of " + sorted.size();
        long minutes = Math.max(5, 5 * Math.round(half.toSeconds() / 300.0));
        return name + "\t" + exact + "\t" + (isFew(sorted.size()) ? "Too few to show" : "About " + words(minutes));
    }

    private static String within(List<Duration> stays) {
        long met = stays.stream().filter(stay -> stay.compareTo(FOUR_HOURS) <= 0).count();
        return stays.isEmpty()
                ? "within-four-hours\tnobody\tNone"
                : "within-four-hours\t" + met + " of " + stays.size() + "\t"
                        + (isFew(stays.size()) ? "Too few to show" : share(met, stays.size()));
    }

    private static String share(long met, long all) {
        long missed = all - met;
        if (met == 0 || missed == 0) {
            return met == 0 ? "None" : "All";
        }
        double fewest = Math.max(8, nearest5(all) - 2);
        if (isFew(met)) {
            return "Fewer than " + Math.round(100 * Math.min(1, Math.ceil(20 * 8 / fewest) / 20)) + "%";
        }
        if (isFew(missed)) {
            return "More than " + Math.round(100 * Math.max(0, Math.floor(20 * (1 - 8 / fewest)) / 20)) + "%";
        }
        double shown = nearest5(met);
        return "About " + Math.round(100 * (Math.round(20 * shown / (shown + nearest5(missed))) / 20.0)) + "%";
    }

    private static boolean isFew(long number) {
        return number >= 1 && number <= 7;
    }

    private static long nearest5(long number) {
        return 5 * Math.round(number / 5.0);
    }

    private static String words(long minutes) {
        String small = minutes % 60 == 1 ? "1 minute" : minutes % 60 + " minutes";
        String big = minutes / 60 == 1 ? "1 hour" : minutes / 60 + " hours";
        return minutes < 60 ? small : minutes % 60 == 0 ? big : big + " " + small;
    }
}
