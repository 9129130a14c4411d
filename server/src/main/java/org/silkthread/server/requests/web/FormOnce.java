package org.silkthread.server.requests.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.silkthread.server.requests.OnceOnly;
import org.silkthread.server.requests.OnceOnly.Answer;
import org.silkthread.server.requests.OnceOnly.Turn;
import org.silkthread.server.web.FormToken;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.ShownOnce;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A form of one of our pages. A second click waits for the answer to the first and goes where that one sends it. A form
 * that came back with something to put right, or that only shows something, has done nothing and may be sent again.
 */
final class FormOnce {

    private static final Pattern FIELD = Pattern.compile("[0-9a-f-]{36}");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);
    /** New for each page, and no part of what somebody means to send. */
    private static final Set<String> OF_THE_PAGE = Set.of("_csrf", FormToken.ONCE);

    private final OnceOnly onceOnly;

    FormOnce(OnceOnly onceOnly) {
        this.onceOnly = onceOnly;
    }

    /** The key of a form that has one. */
    static Optional<OnceOnly.Key> key(HttpServletRequest request, String username) {
        String type = request.getContentType();
        if (type == null || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            return Optional.empty();
        }
        return Optional.ofNullable(request.getParameter(FormToken.ONCE))
                .filter(field -> FIELD.matcher(field).matches())
                .map(field -> new OnceOnly.Key(username, "form " + request.getRequestURI() + " " + field));
    }

    void pass(OnceOnly.Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (turn(key, fields(request))) {
            case Turn.First first -> work(key, request, response, chain);
            case Turn.Answered answered -> again(answered.answer(), response);
            case Turn.UnderWay underWay ->
                throw Refusal.conflict(
                        "This form was sent before, and we do not know yet whether that was done.",
                        "Look whether it was done. If it was not, open the page again and send it from there.");
            case Turn.Other other ->
                throw Refusal.conflict(
                        "This page was sent twice at once, with different answers.",
                        "Look at what was done, then open the page again.");
        }
    }

    private Turn turn(OnceOnly.Key key, String fields) {
        Turn turn = onceOnly.ofForm(key, fields);
        for (long waited = 0; waits(turn) && waited < PATIENCE.toMillis(); waited += PAUSE.toMillis()) {
            try {
                // A virtual thread waits here, so it costs the server next to nothing.
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return turn;
            }
            turn = onceOnly.ofForm(key, fields);
        }
        return turn;
    }

    private static boolean waits(Turn turn) {
        return turn instanceof Turn.UnderWay || turn instanceof Turn.Other;
    }

    private void work(OnceOnly.Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Answer> answer = Optional.empty();
        try {
            chain.doFilter(request, response);
            answer = answer(request, response);
        } finally {
            if (answer.isEmpty()) {
                onceOnly.giveBack(key);
            }
        }
        answer.ifPresent(done -> onceOnly.answered(key, Optional.empty(), done));
    }

    /** The answer of a form that did something. */
    private static Optional<Answer> answer(HttpServletRequest request, HttpServletResponse response) {
        int status = response.getStatus();
        Optional<String> location = Optional.ofNullable(response.getHeader(HttpHeaders.LOCATION));
        if (status / 100 == 3 && location.isPresent()) {
            return Optional.of(Answer.redirect(status, location.get()));
        }
        boolean shownOnce =
                request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler
                        && handler.hasMethodAnnotation(ShownOnce.class);
        return status / 100 == 2 && shownOnce ? Optional.of(Answer.shownOnce()) : Optional.empty();
    }

    private static void again(Answer answer, HttpServletResponse response) {
        if (answer.wasShownOnce()) {
            throw Refusal.conflict(
                    "This was done when the form was sent the first time. What the page showed then is shown once only.",
                    "If you did not see it, take back what was made and make a new one.");
        }
        response.setStatus(answer.status());
        response.setHeader(HttpHeaders.LOCATION, answer.location());
    }

    private static String fields(HttpServletRequest request) {
        return new TreeMap<>(request.getParameterMap())
                .entrySet().stream()
                        .filter(field -> !OF_THE_PAGE.contains(field.getKey()))
                        .map(field -> counted(field.getKey())
                                + Arrays.stream(field.getValue())
                                        .map(FormOnce::counted)
                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining("\n"));
    }

    /** With its length before it, so that no two sets of fields read alike. */
    private static String counted(String text) {
        return text.length() + ":" + text;
    }
}
