package org.silkthread.server.dashboards.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.silkthread.server.dashboards.Dashboard;
import org.silkthread.server.dashboards.LiveBoards;
import org.silkthread.server.dashboards.Snapshot;
import org.springframework.stereotype.Component;

/**
 * Sends a dashboard as server-sent events: at once, whenever it changes though at most once a second, and every ten seconds
 * in any case, so that a browser that hears nothing knows that the line is dead. Each event is the drawn board itself. The
 * request's own virtual thread waits for what is next; who reads slowly skips, and nothing is kept for them.
 */
@Component
class BoardStream {

    private static final Duration BEAT = Duration.ofSeconds(10);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final LiveBoards live;
    private final TemplateEngine templates;
    private final Clock clock;

    BoardStream(LiveBoards live, TemplateEngine templates, Clock clock) {
        this.live = live;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * Sends until the reader leaves, the server stops, or the dashboard is no longer to be seen.
     *
     * @param dashboard asked before each event; nothing ends the stream with an event that says so
     * @param atMost how long the stream lasts
     */
    void send(
            HttpServletResponse response,
            Supplier<Optional<Dashboard>> dashboard,
            BiFunction<Snapshot, Instant, BoardView> draw,
            Duration atMost)
            throws IOException, InterruptedException {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        OutputStream out = response.getOutputStream();
        write(out, "retry: 3000\n\n");
        Instant end = clock.instant().plus(atMost);
        Optional<Dashboard> shown = dashboard.get();
        if (shown.isPresent()) {
            Snapshot snapshot = live.now(shown.get());
            while (shown.isPresent() && live.isRunning()) {
                write(out, event("board", drawn(draw.apply(snapshot, clock.instant()))));
                if (clock.instant().isAfter(end)) {
                    write(out, event("paused", "paused"));
                    return;
                }
                Thread.sleep(SHORTEST);
                snapshot = live.next(shown.get(), snapshot, BEAT.minus(SHORTEST));
                shown = dashboard.get();
            }
        }
        if (shown.isEmpty()) {
            write(out, event("ended", "ended"));
        }
    }

    private String drawn(BoardView view) {
        StringOutput drawn = new StringOutput();
        templates.render("dashboards/board.jte", Map.of("view", view), drawn);
        return drawn.toString();
    }

    private static String event(String name, String data) {
        StringBuilder event = new StringBuilder("event: ").append(name).append('\n');
        data.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> event.append("data: ").append(line).append('\n'));
        return event.append('\n').toString();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
