package org.silkthread.server.satisfaction.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.silkthread.server.satisfaction.Answers;
import org.silkthread.server.satisfaction.CollectionPoint;
import org.silkthread.server.satisfaction.CollectionPoints;
import org.silkthread.server.satisfaction.FormQuestion;
import org.silkthread.server.satisfaction.Grade;
import org.silkthread.server.satisfaction.Receipt;
import org.silkthread.server.web.PageFrame;
import org.silkthread.server.web.component.FormProblem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The short form that a link or a printed sheet leads to. */
@Controller
class TellController {

    private static final int LONGEST = 1000;

    private final CollectionPoints points;
    private final Answers answers;

    TellController(CollectionPoints points, Answers answers) {
        this.points = points;
        this.answers = answers;
    }

    @GetMapping("/tell/{secret}")
    ModelAndView form(@PathVariable("secret") String secret, PageFrame frame) {
        TellView view = new TellView(
                TapController.point(points, secret),
                "/tell/" + secret,
                UUID.randomUUID().toString(),
                Map.of(),
                List.of());
        return page(view, frame);
    }

    @PostMapping("/tell/{secret}")
    ModelAndView tell(
            @PathVariable("secret") String secret, @RequestParam Map<String, String> fields, PageFrame frame) {
        CollectionPoint point = TapController.point(points, secret);
        TellView view = new TellView(
                point,
                "/tell/" + secret,
                TapController.once(fields.getOrDefault("once", "")).toString(),
                fields,
                List.of());
        Optional<Grade> grade = Grade.of(view.typed("grade"));
        if (grade.isEmpty()) {
            return page(view.with(new FormProblem("grade", "Choose how your visit was")), frame);
        }
        if (view.typed("words").length() > LONGEST) {
            return page(view.with(new FormProblem("words", "Write at most 1,000 characters")), frame);
        }
        Answers.Form form = new Answers.Form(
                grade.get(), replies(view), Optional.of(view.typed("words")).filter(words -> !words.isBlank()));
        if (answers.tell(point, form, UUID.fromString(view.once())) == Receipt.TOO_MANY) {
            ModelAndView page = page(
                    view.with(new FormProblem(
                            "", "Many people answered just now. Wait a minute, then send your answer again")),
                    frame);
            page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
            return page;
        }
        return new ModelAndView("redirect:/tell/" + secret + "/thanks");
    }

    @GetMapping("/tell/{secret}/thanks")
    ModelAndView thanks(@PathVariable("secret") String secret, PageFrame frame) {
        CollectionPoint point = TapController.point(points, secret);
        return new ModelAndView(
                "satisfaction/told",
                Map.of("frame", frame.titled("Thank you for telling us"), "department", point.department()));
    }

    private static Map<FormQuestion, FormQuestion.Reply> replies(TellView view) {
        Map<FormQuestion, FormQuestion.Reply> replies = new EnumMap<>(FormQuestion.class);
        for (FormQuestion question : FormQuestion.values()) {
            for (FormQuestion.Reply reply : FormQuestion.Reply.values()) {
                if (reply.name().equals(view.typed(question.code()))) {
                    replies.put(question, reply);
                }
            }
        }
        return replies;
    }

    private static ModelAndView page(TellView view, PageFrame frame) {
        ModelAndView page = new ModelAndView(
                "satisfaction/tell",
                Map.of(
                        "frame",
                        frame.titled("Tell us how it was")
                                .withProblems(!view.problems().isEmpty()),
                        "view",
                        view));
        page.setStatus(view.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
