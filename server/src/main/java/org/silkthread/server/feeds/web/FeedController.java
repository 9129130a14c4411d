package org.silkthread.server.feeds.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Gatekeeper;
import org.silkthread.server.access.Resource;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.feeds.Feed;
import org.silkthread.server.feeds.Feeds;
import org.silkthread.server.feeds.Receipt;
import org.silkthread.server.feeds.RefusedMessages;
import org.silkthread.server.feeds.store.MessageTable.Waiting;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.FormProblem;
import org.silkthread.server.web.component.PageLink;
import org.silkthread.server.web.component.SummaryRow;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The feeds of an organisation, and the queue of messages that a person has to look at. */
@Controller
class FeedController {

    private static final String HOME = "/feeds";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm:ss", Locale.UK);
    private static final int LONGEST_REASON = 500;

    private final Gatekeeper gatekeeper;
    private final Feeds feeds;
    private final RefusedMessages refused;
    private final Clock clock;

    FeedController(Gatekeeper gatekeeper, Feeds feeds, RefusedMessages refused, Clock clock) {
        this.gatekeeper = gatekeeper;
        this.feeds = feeds;
        this.refused = refused;
        this.clock = clock;
    }

    @GetMapping(HOME)
    ModelAndView home(PageFrame frame) {
        gatekeeper.requireAtAll(Action.LOOK_AFTER_FEEDS);
        List<List<Cell>> rows = feeds.all().stream()
                .filter(feed ->
                        gatekeeper.allows(Action.LOOK_AFTER_FEEDS, Resource.ofOrganisation(feed.organisation())))
                .map(feed -> Table.row(
                        Cell.link(feed.name(), HOME + "/" + feed.code()),
                        Cell.words(feed.organisation()),
                        Cell.words(freshness(feed)),
                        waiting(feed)))
                .toList();
        Table table = new Table(
                "Feeds of messages",
                List.of(
                        Column.words("Feed"),
                        Column.words("Organisation"),
                        Column.words("Newest message"),
                        Column.numbers("Messages that wait for you")),
                rows);
        return new ModelAndView(
                "feeds/home", Map.of("frame", frame.titled("Feeds of messages").under(), "table", table));
    }

    @GetMapping(HOME + "/{feed}")
    ModelAndView feed(@PathVariable("feed") String code, PageFrame frame) {
        Feed feed = mine(code);
        List<List<Cell>> rows = refused.waiting(feed).stream()
                .map(message ->
                        Table.row(Cell.link(moment(message.receivedAt()), page(message)), Cell.words(message.why())))
                .toList();
        FeedView view = new FeedView(
                feed.name(),
                facts(feed),
                refused.count(feed),
                new Table(
                        "Messages that could not be read",
                        List.of(Column.words("Received"), Column.words("What is wrong")),
                        rows));
        return new ModelAndView(
                "feeds/feed",
                Map.of("frame", frame.titled("A feed of messages").under(PageLink.to("Feeds", HOME)), "view", view));
    }

    @GetMapping(HOME + "/{feed}/refused/{message}")
    ModelAndView message(@PathVariable("feed") String code, @PathVariable("message") String id, PageFrame frame) {
        Feed feed = mine(code);
        Waiting message = waiting(feed, id);
        String text = refused.read(feed, message, caller());
        return shown(feed, message, text, "", List.of(), frame);
    }

    @PostMapping(HOME + "/{feed}/refused/{message}/mend")
    ModelAndView mend(
            @PathVariable("feed") String code,
            @PathVariable("message") String id,
            @RequestParam(defaultValue = "") String text,
            PageFrame frame) {
        Feed feed = mine(code);
        Waiting message = waiting(feed, id);
        return switch (refused.mend(feed, message, text, caller())) {
            case Receipt.Refused still ->
                shown(feed, message, text, "", List.of(new FormProblem("text", still.why())), frame);
            case Receipt.Taken taken -> new ModelAndView("redirect:" + HOME + "/" + feed.code());
            case Receipt.Again again -> new ModelAndView("redirect:" + HOME + "/" + feed.code());
        };
    }

    @PostMapping(HOME + "/{feed}/refused/{message}/set-aside")
    ModelAndView setAside(
            @PathVariable("feed") String code,
            @PathVariable("message") String id,
            @RequestParam(defaultValue = "") String reason,
            PageFrame frame) {
        Feed feed = mine(code);
        Waiting message = waiting(feed, id);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            String text = refused.read(feed, message, caller());
            FormProblem problem = new FormProblem(
                    "reason", "Say why it does not count, in at most " + LONGEST_REASON + " characters");
            return shown(feed, message, text, reason, List.of(problem), frame);
        }
        if (!refused.setAside(message, reason.strip(), caller())) {
            throw nothing();
        }
        return new ModelAndView("redirect:" + HOME + "/" + feed.code());
    }

    private ModelAndView shown(
            Feed feed, Waiting message, String text, String reason, List<FormProblem> problems, PageFrame frame) {
        FeedView.Message view = new FeedView.Message(
                page(message),
                List.of(
                        SummaryRow.of("Received", moment(message.receivedAt())),
                        SummaryRow.of("Kind", message.kind().isEmpty() ? "Not known" : message.kind())),
                message.why(),
                feeds.format(feed).label(),
                text,
                reason,
                problems);
        ModelAndView page = new ModelAndView(
                "feeds/message",
                Map.of(
                        "frame",
                        frame.titled("A message that could not be read")
                                .under(PageLink.to("Feeds", HOME), PageLink.to(feed.name(), HOME + "/" + feed.code()))
                                .withProblems(!problems.isEmpty()),
                        "view",
                        view));
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private Cell waiting(Feed feed) {
        String count = String.valueOf(refused.count(feed));
        return Cell.figure(count, count);
    }

    private List<SummaryRow> facts(Feed feed) {
        return List.of(
                SummaryRow.of("Organisation", feed.organisation()),
                SummaryRow.of("Newest message", freshness(feed)),
                SummaryRow.of(
                        "Counts as stopped after",
                        Wording.counted(Math.toIntExact(feed.silence().toMinutes()), "minute", "minutes")
                                + " without a message"),
                SummaryRow.of("Read as", feed.profile()),
                SummaryRow.of("State", feed.open() ? "Open" : "Closed"));
    }

    private String freshness(Feed feed) {
        return feeds.newest(feed)
                .map(newest -> {
                    Duration age = Duration.between(newest, clock.instant());
                    String words = moment(newest);
                    return age.compareTo(feed.silence()) > 0 ? words + ". The feed has stopped." : words;
                })
                .orElse("None has come yet");
    }

    private static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(UkTime.ZONE));
    }

    private static String page(Waiting message) {
        return HOME + "/" + message.feed() + "/refused/" + message.id();
    }

    private SignedIn caller() {
        return gatekeeper.requireAtAll(Action.LOOK_AFTER_FEEDS);
    }

    /** A feed of an organisation whose feeds the caller looks after. What is not theirs looks as if it were not there. */
    private Feed mine(String code) {
        caller();
        return feeds.find(code)
                .filter(feed ->
                        gatekeeper.allows(Action.LOOK_AFTER_FEEDS, Resource.ofOrganisation(feed.organisation())))
                .orElseThrow(FeedController::nothing);
    }

    private Waiting waiting(Feed feed, String id) {
        if (!id.matches("\\d{1,18}")) {
            throw nothing();
        }
        return refused.find(feed, Long.parseLong(id)).orElseThrow(FeedController::nothing);
    }

    private static Refusal nothing() {
        return Refusal.notFound(
                "There is no such feed or message of yours, or somebody has dealt with it.",
                "Go back to the list of feeds.");
    }
}
