package org.silkthread.server.feeds.web;

import org.springframework.http.HttpStatus;

/** A request with resources of which the sender must not think that it was kept. */
final class NotKept extends Exception {

    private static final long serialVersionUID = 1;

    private final transient FhirAnswers.Outcome outcome;

    /**
     * @param code of FHIR's list of kinds of issues
     * @param words what is wrong, whether anything was kept, and what to do
     */
    NotKept(HttpStatus status, String code, String words) {
        super(words);
        this.outcome = new FhirAnswers.Outcome(status, "error", code, words);
    }

    FhirAnswers.Outcome outcome() {
        return outcome;
    }
}
