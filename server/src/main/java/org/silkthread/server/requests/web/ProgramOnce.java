package org.silkthread.server.requests.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.silkthread.server.requests.OnceOnly;
import org.silkthread.server.requests.OnceOnly.Answer;
import org.silkthread.server.requests.OnceOnly.Turn;
import org.silkthread.server.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A program's request with an {@code Idempotency-Key}. Its body is digested while the handler reads it, so that a file of
 * 64 MB needs no memory; an answer that says that something was done is kept, everything else may be tried again.
 */
final class ProgramOnce {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E]{1,255}");
    /** Longer answers are not kept; whoever sends the same again is told that it was done. */
    private static final int LONGEST_ANSWER = 1 << 20;

    private final OnceOnly onceOnly;

    ProgramOnce(OnceOnly onceOnly) {
        this.onceOnly = onceOnly;
    }

    /** The key of a request that has one. */
    static Optional<OnceOnly.Key> key(HttpServletRequest request, String username) {
        String header = request.getHeader(HEADER);
        if (header == null || !Kind.isForPrograms(request.getRequestURI())) {
            return Optional.empty();
        }
        if (!PRINTABLE.matcher(header.strip()).matches()) {
            throw Refusal.badRequest(
                    "The " + HEADER + " is 1 to 255 printable characters without a blank.",
                    "Send a random one, such as a UUID.");
        }
        return Optional.of(new OnceOnly.Key(username, "program " + header.strip()));
    }

    void pass(OnceOnly.Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (onceOnly.ofProgram(key, target(request))) {
            case Turn.First first -> work(key, request, response, chain);
            case Turn.Answered answered -> again(key, answered, request, response);
            case Turn.Other other -> throw other();
            case Turn.UnderWay underWay ->
                throw Refusal.conflict(
                        "A request with this " + HEADER
                                + " is being worked on, or was cut off by a stop of the server.",
                        "Wait and send it again. If this answer stays, look whether it was done before you take a new key.");
        }
    }

    private static String target(HttpServletRequest request) {
        return request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + " "
                + request.getContentType();
    }

    private void work(OnceOnly.Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        DigestedRequest digested = new DigestedRequest(request);
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(digested, kept);
            done = kept.getStatus() / 100 == 2;
        } finally {
            if (!done) {
                onceOnly.giveBack(key);
            }
        }
        if (done) {
            byte[] body = kept.getContentAsByteArray();
            Answer answer = body.length <= LONGEST_ANSWER
                    ? new Answer(kept.getStatus(), header(kept, HttpHeaders.LOCATION), type(kept), body)
                    : Answer.shownOnce();
            onceOnly.answered(key, digested.digest().map(digest -> onceOnly.bodyHash(key, digest)), answer);
        }
        kept.copyBodyToResponse();
    }

    private void again(
            OnceOnly.Key key, Turn.Answered answered, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<byte[]> body = new DigestedRequest(request).digest();
        if (body.map(digest -> onceOnly.bodyHash(key, digest))
                .filter(answered::wasFor)
                .isEmpty()) {
            throw other();
        }
        Answer answer = answered.answer();
        if (answer.wasShownOnce()) {
            throw Refusal.conflict(
                    "This was done when it was sent the first time. The answer was too long to be kept.",
                    "Read what was made at its own address.");
        }
        response.setStatus(answer.status());
        if (!answer.location().isEmpty()) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        if (!answer.type().isEmpty()) {
            response.setContentType(answer.type());
        }
        response.getOutputStream().write(answer.body());
    }

    private static Refusal other() {
        return Refusal.unprocessable(
                "Something else was sent under this " + HEADER + " before.",
                "Take a new key for a new request.",
                Map.of());
    }

    private static String type(HttpServletResponse response) {
        return Optional.ofNullable(response.getContentType()).orElse("");
    }

    private static String header(HttpServletResponse response, String name) {
        return Optional.ofNullable(response.getHeader(name)).orElse("");
    }
}
