package org.silkthread.server.promises.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.silkthread.server.indicators.reading.Parameters;
import org.silkthread.server.promises.Promise;
import org.silkthread.server.promises.PromiseStatus;
import org.silkthread.server.promises.Promises;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Choice;
import org.silkthread.server.web.component.Table;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who promised what, and whether it was kept. */
@Controller
class PromisesController {

    private final Promises promises;

    PromisesController(Promises promises) {
        this.promises = promises;
    }

    @GetMapping("/promises")
    String list(
            @RequestParam(defaultValue = "") String status, @RequestParam(defaultValue = "") String area, Model model) {
        Optional<PromiseStatus> wanted = Parameters.choice(PromiseStatus.class, "status", status);
        List<PromiseItem> all = promises.all().stream().map(this::item).toList();
        List<PromiseItem> found = all.stream()
                .filter(item -> wanted.map(item.assessment().status()::equals).orElse(true))
                .filter(item -> area.isBlank() || item.promise().area().equals(area))
                .toList();
        model.addAttribute("statuses", statuses(wanted));
        model.addAttribute("areas", areas(all, area));
        model.addAttribute("summary", summary(all));
        model.addAttribute("table", table(found));
        return "promises/promises";
    }

    @GetMapping("/promises/{id}")
    String promise(@PathVariable String id, Model model) {
        Promise promise = promises.find(id)
                .orElseThrow(() -> Refusal.notFound(
                        "There is no promise with this address.", "Choose one from the list of promises."));
        model.addAttribute("item", item(promise));
        model.addAttribute("figure", promises.decidingFigure(promise).map(figure -> "/figures/" + figure.code()));
        return "promises/promise";
    }

    private PromiseItem item(Promise promise) {
        return new PromiseItem(promise, promises.assess(promise));
    }

    private static String summary(List<PromiseItem> all) {
        List<String> counts = Stream.of(PromiseStatus.values())
                .map(status -> Wording.count(all.stream()
                                .filter(item -> item.assessment().status() == status)
                                .count())
                        + " " + words(status))
                .toList();
        return "Of " + Wording.counted(all.size(), "promise", "promises") + ": " + Wording.list(counts) + ".";
    }

    private static String words(PromiseStatus status) {
        return switch (status) {
            case KEPT -> "kept";
            case ON_TRACK -> "on track";
            case LATE -> "late";
            case NO_DATA -> "without data";
        };
    }

    private static Table table(List<PromiseItem> found) {
        return new Table(
                "Promises by the day they are due",
                List.of(
                        Table.Column.words("Promise"),
                        Table.Column.words("Status"),
                        Table.Column.words("Due"),
                        Table.Column.words("Promised by"),
                        Table.Column.words("Area")),
                found.stream().map(PromisesController::row).toList());
    }

    private static List<Cell> row(PromiseItem item) {
        Promise promise = item.promise();
        return Table.row(
                Cell.link(promise.title(), "/promises/" + promise.id()),
                Cell.words(item.assessment().status().label()),
                Cell.words(Wording.date(promise.due())),
                Cell.words(promise.promisedBy()),
                Cell.words(promise.area()));
    }

    private static List<Choice> statuses(Optional<PromiseStatus> wanted) {
        return Stream.concat(
                        Stream.of(Choice.of("", "Any status").chosenIf(wanted.isEmpty())),
                        Stream.of(PromiseStatus.values())
                                .map(status -> Choice.of(Parameters.code(status), status.label())
                                        .chosenIf(wanted.equals(Optional.of(status)))))
                .toList();
    }

    private static List<Choice> areas(List<PromiseItem> all, String wanted) {
        return Stream.concat(
                        Stream.of(Choice.of("", "Anywhere").chosenIf(wanted.isBlank())),
                        all.stream()
                                .map(item -> item.promise().area())
                                .distinct()
                                .sorted()
                                .map(area -> Choice.of(area, area).chosenIf(area.equals(wanted))))
                .toList();
    }
}
