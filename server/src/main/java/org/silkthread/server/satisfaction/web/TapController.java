package org.silkthread.server.satisfaction.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.silkthread.server.satisfaction.Answers;
import org.silkthread.server.satisfaction.CollectionPoint;
import org.silkthread.server.satisfaction.CollectionPoints;
import org.silkthread.server.satisfaction.Grade;
import org.silkthread.server.satisfaction.Receipt;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The screen in a waiting room: four faces to tap on. It needs no sign-in, no cookie and no script. */
@Controller
class TapController {

    private static final int THANKS_SECONDS = 5;
    private static final int PAUSE_SECONDS = 30;

    private final CollectionPoints points;
    private final Answers answers;

    TapController(CollectionPoints points, Answers answers) {
        this.points = points;
        this.answers = answers;
    }

    @GetMapping("/tap/{secret}")
    ModelAndView screen(@PathVariable("secret") String secret, PageFrame frame) {
        CollectionPoint point = point(points, secret);
        return new ModelAndView(
                "satisfaction/tap",
                Map.of(
                        "frame", frame.titled(point.question()),
                        "point", point,
                        "action", "/tap/" + secret,
                        "once", UUID.randomUUID().toString(),
                        "grades", List.of(Grade.values())));
    }

    @PostMapping("/tap/{secret}")
    ModelAndView tap(
            @PathVariable("secret") String secret,
            @RequestParam(defaultValue = "") String grade,
            @RequestParam(defaultValue = "") String once,
            PageFrame frame,
            HttpServletResponse response) {
        CollectionPoint point = point(points, secret);
        Optional<Grade> chosen = Grade.of(grade);
        if (chosen.isEmpty()) {
            return new ModelAndView("redirect:/tap/" + secret);
        }
        return answers.tap(point, chosen.get(), once(once)) == Receipt.TOO_MANY
                ? pause(secret, frame, response)
                : new ModelAndView("redirect:/tap/" + secret + "/thanks");
    }

    @GetMapping("/tap/{secret}/thanks")
    ModelAndView thanks(@PathVariable("secret") String secret, PageFrame frame, HttpServletResponse response) {
        point(points, secret);
        goBack(response, THANKS_SECONDS, secret);
        return inBetween(frame, "Thank you", "Your answer counts. We kept nothing about you.", secret);
    }

    private static ModelAndView pause(String secret, PageFrame frame, HttpServletResponse response) {
        goBack(response, PAUSE_SECONDS, secret);
        ModelAndView page = inBetween(
                frame,
                "Please wait a moment",
                "Many answers came at once, so this one did not count. Try again in a minute.",
                secret);
        page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        return page;
    }

    /** Lets the screen return by itself, also without a script. Nobody loses anything by it. */
    private static void goBack(HttpServletResponse response, int seconds, String secret) {
        response.setHeader("Refresh", seconds + "; url=/tap/" + secret);
    }

    /** What is shown until the screen is ready for the next person. */
    private static ModelAndView inBetween(PageFrame frame, String heading, String words, String secret) {
        return new ModelAndView(
                "satisfaction/thanks",
                Map.of("frame", frame.titled(heading), "heading", heading, "words", words, "back", "/tap/" + secret));
    }

    /** The open point of an address. */
    static CollectionPoint point(CollectionPoints points, String secret) {
        return points.bySecret(secret)
                .orElseThrow(() -> Refusal.notFound(
                        "This address takes no answers any more.",
                        "Ask the staff of the department for the one that works."));
    }

    /** What the page sent, or a new one for a sender that has none. */
    static UUID once(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}
