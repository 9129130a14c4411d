package org.silkthread.server.dashboards.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.silkthread.server.activity.Item.Kind;
import org.silkthread.server.dashboards.ItemWords;
import org.silkthread.server.dashboards.Measure;
import org.silkthread.server.dashboards.Step;
import org.silkthread.server.dashboards.Tile;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.FormProblem;

/**
 * A new tile as somebody fills it in: what to show, between which events, over how long and of whom. A clinician needs no
 * language for it.
 *
 * @param limit in minutes, for shares within a time
 * @param values the codes of the category, with commas between them
 */
public record TileForm(
        String title,
        String show,
        String from,
        String to,
        String limit,
        String over,
        String category,
        String values,
        String chart) {

    static final TileForm EMPTY = of(Map.of());

    private static final String NONE = "none";
    private static final int MOST_MINUTES = 40_320;

    /** What can be shown. */
    private enum Show {
        NUMBER("How many people had the second event"),
        PEOPLE_NOW("How many people are here now"),
        LONGEST_NOW("The longest wait for the second event, of those who are here now"),
        WAITS("How long it takes from the first event to the second: the middle"),
        MEAN("How long it takes from the first event to the second: the average"),
        WITHIN("How many get from the first event to the second within a time limit"),
        HAVING("How many of those with the second event had the first event");

        private final String words;

        Show(String words) {
            this.words = words;
        }
    }

    private static final Map<String, Duration> STRETCHES = Map.of(
            "1 hour", Duration.ofHours(1),
            "4 hours", Duration.ofHours(4),
            "24 hours", Duration.ofDays(1),
            "7 days", Duration.ofDays(7),
            "28 days", Duration.ofDays(28));

    /** What was filled in, by the names of the fields. */
    static TileForm of(Map<String, String> fields) {
        return new TileForm(
                fields.getOrDefault("title", ""),
                fields.getOrDefault("show", ""),
                fields.getOrDefault("from", ""),
                fields.getOrDefault("to", ""),
                fields.getOrDefault("limit", ""),
                fields.getOrDefault("over", ""),
                fields.getOrDefault("category", ""),
                fields.getOrDefault("values", ""),
                fields.getOrDefault("chart", ""));
    }

    /** The tile; empty with at least one more problem if something is wrong. */
    Optional<Tile> read(List<FormProblem> problems) {
        int before = problems.size();
        if (title.isBlank() || title.strip().length() > 80) {
            problems.add(new FormProblem("title", "Enter a title of at most 80 characters"));
        }
        if (!category.equals(NONE) && !category.isEmpty() && codes().isEmpty()) {
            problems.add(new FormProblem("values", "Enter the codes of those whom it is about, such as 1, 2"));
        }
        if (show.equals(Show.WITHIN.name()) && within().isEmpty()) {
            problems.add(new FormProblem("limit", "Enter the limit in whole minutes, 1 to " + MOST_MINUTES));
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Tile(title, measure(), step(), Optional.empty()));
        } catch (IllegalArgumentException e) {
            problems.add(
                    new FormProblem("show", "Choose what to show, two events and a stretch of time from the lists"));
            return Optional.empty();
        }
    }

    private Measure measure() {
        Map<Kind, Set<String>> only =
                category.equals(NONE) || category.isEmpty() ? Map.of() : Map.of(categoryKind(), codes());
        return switch (Show.valueOf(show)) {
            case NUMBER -> new Measure.Number(event(to), stretch(), only);
            case PEOPLE_NOW -> new Measure.PeopleNow(only);
            case LONGEST_NOW -> new Measure.LongestNow(event(to), only);
            case WAITS -> new Measure.Waits(event(from), event(to), stretch(), only);
            case MEAN -> new Measure.Mean(event(from), event(to), stretch(), only);
            case WITHIN -> new Measure.Within(event(from), event(to), within().orElseThrow(), stretch(), only);
            case HAVING -> new Measure.Having(event(from), event(to), stretch(), only);
        };
    }

    private static Kind event(String name) {
        return Kind.valueOf(name);
    }

    private Kind categoryKind() {
        Kind kind = Kind.valueOf(category);
        if (!ItemWords.isCategory(kind)) {
            throw new IllegalArgumentException(kind + " is no category");
        }
        return kind;
    }

    private Set<String> codes() {
        return Arrays.stream(values.split(","))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<Duration> within() {
        return Optional.of(limit.strip())
                .filter(text -> text.matches("[1-9]\\d{0,4}"))
                .map(Integer::parseInt)
                .filter(minutes -> minutes <= MOST_MINUTES)
                .map(Duration::ofMinutes);
    }

    private Duration stretch() {
        return Optional.ofNullable(STRETCHES.get(over))
                .orElseThrow(() -> new IllegalArgumentException("No such stretch of time"));
    }

    private Optional<Step> step() {
        return chart.equals(NONE) || chart.isEmpty() ? Optional.empty() : Optional.of(Step.valueOf(chart));
    }

    /** What can be shown. */
    public List<Choice> shows() {
        return choices(Arrays.stream(Show.values()), Show::name, one -> one.words, show);
    }

    /** The first events. */
    public List<Choice> froms() {
        return events(from.isEmpty() ? Kind.ARRIVED.name() : from);
    }

    /** The second events. */
    public List<Choice> tos() {
        return events(to.isEmpty() ? Kind.SEEN.name() : to);
    }

    private static List<Choice> events(String chosen) {
        return choices(ItemWords.moments().stream(), Kind::name, ItemWords::of, chosen);
    }

    /** Over how long. */
    public List<Choice> overs() {
        return choices(
                STRETCHES.keySet().stream().sorted(Comparator.comparing(STRETCHES::get)),
                Function.identity(),
                Function.identity(),
                over);
    }

    /** Of whom. */
    public List<Choice> categories() {
        return withNone("Everybody", choices(ItemWords.categories().stream(), Kind::name, ItemWords::of, category));
    }

    /** Over time. */
    public List<Choice> charts() {
        return withNone("No chart", choices(Arrays.stream(Step.values()), Step::name, Step::words, chart));
    }

    private static List<Choice> withNone(String words, List<Choice> choices) {
        return Stream.concat(
                        Stream.of(
                                Choice.of(NONE, words).chosenIf(choices.stream().noneMatch(Choice::chosen))),
                        choices.stream())
                .toList();
    }

    private static <T> List<Choice> choices(
            Stream<T> all, Function<T, String> value, Function<T, String> words, String chosen) {
        return all.map(one -> Choice.of(value.apply(one), words.apply(one))
                        .chosenIf(value.apply(one).equals(chosen)))
                .toList();
    }
}
