package org.silkthread.server.web;

import java.security.SecureRandom;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * Why a request failed, in words for the person who made it.
 *
 * @param status the HTTP status
 * @param title what kind of failure it is
 * @param whatHappened one or two plain sentences
 * @param whatToDo the way out
 * @param reference what the person can quote and the log can be searched for
 * @param members what the document for programs has besides
 */
public record Problem(
        HttpStatusCode status,
        String title,
        String whatHappened,
        String whatToDo,
        String reference,
        Map<String, Object> members) {

    /** Letters and digits that nobody mistakes for one another. */
    private static final String ALPHABET = "23456789CDFGHJKMNPQRTVWXY";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int GROUP = 4;

    static Problem of(Refusal refusal) {
        return new Problem(
                refusal.status(),
                words(refusal.status()).title(),
                refusal.whatHappened(),
                refusal.whatToDo(),
                newReference(),
                refusal.members());
    }

    static Problem of(HttpStatusCode status) {
        Words words = words(status);
        return new Problem(status, words.title(), words.whatHappened(), words.whatToDo(), newReference(), Map.of());
    }

    ProblemDetail toDocument() {
        ProblemDetail document = ProblemDetail.forStatusAndDetail(status, whatHappened);
        document.setTitle(title);
        document.setProperty("advice", whatToDo);
        document.setProperty("reference", reference);
        members.forEach(document::setProperty);
        return document;
    }

    private static String newReference() {
        StringBuilder reference = new StringBuilder();
        for (int i = 0; i < 2 * GROUP; i++) {
            if (i == GROUP) {
                reference.append('-');
            }
            reference.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return reference.toString();
    }

    private record Words(String title, String whatHappened, String whatToDo) {}

    private static Words words(HttpStatusCode status) {
        return switch (HttpStatus.resolve(status.value())) {
            case BAD_REQUEST ->
                new Words(
                        "The request is not right",
                        "We could not read what was sent.",
                        "Check the address or the form, then try again.");
            case UNAUTHORIZED ->
                new Words("Sign in first", "Only people who have signed in can see this.", "Sign in, then try again.");
            case FORBIDDEN ->
                new Words(
                        "You cannot see this page",
                        "Your account does not have the role that this page needs.",
                        "Ask your organisation's administrator for the role, or sign in with another account.");
            case NOT_FOUND ->
                new Words(
                        "Page not found",
                        "There is no page at this address.",
                        "If you typed the address, check it is right. If you pasted it, check you copied all of it.");
            case METHOD_NOT_ALLOWED ->
                new Words(
                        "This cannot be done here",
                        "This address does not take that kind of request.",
                        "Go back and follow the links on the page.");
            case CONFLICT ->
                new Words(
                        "This can no longer be done",
                        "Something has changed since you opened the page.",
                        "Go back, reload the page and look at it again.");
            case CONTENT_TOO_LARGE ->
                new Words("The file is too big", "The file is bigger than we accept.", "Send a smaller file.");
            case TOO_MANY_REQUESTS ->
                new Words(
                        "Too many requests",
                        "There were too many requests in a short time.",
                        "Wait a minute, then try again.");
            case SERVICE_UNAVAILABLE ->
                new Words(
                        "The service is busy",
                        "We cannot answer at the moment.",
                        "Wait a few minutes, then try again.");
            case null, default -> otherWords(status);
        };
    }

    private static Words otherWords(HttpStatusCode status) {
        return status.is4xxClientError()
                ? new Words(
                        "The request is not right",
                        "We cannot do what was asked.",
                        "Go back and follow the links on the page.")
                : new Words(
                        "There is a problem with the service",
                        "Something went wrong on our side.",
                        "Try again later. If it goes on, tell us the reference number.");
    }
}
