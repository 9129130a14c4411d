package org.silkthread.server.feeds.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.silkthread.server.feeds.Feed;
import org.silkthread.server.feeds.Inbox;
import org.silkthread.server.feeds.Receipt;
import org.silkthread.server.feeds.Unreadable;
import org.silkthread.server.feeds.fhir.FhirResource;
import org.silkthread.server.feeds.web.FhirAnswers.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes in FHIR resources. Each is on disk before it is answered, as every message is. A batch is as many messages as it has
 * entries; a transaction is one message, so that all of it counts or nothing.
 */
@RestController
class FhirIntake {

    private static final String FEED = "Silkthread-Feed";
    private static final String FHIR_JSON = "application/fhir+json";
    private static final String JSON = "application/json";
    private static final int LONGEST_RESOURCE = 1 << 20;
    private static final int LONGEST_BUNDLE = 8 << 20;

    private final FhirFeeds feeds;
    private final Inbox inbox;

    FhirIntake(FhirFeeds feeds, Inbox inbox) {
        this.feeds = feeds;
        this.inbox = inbox;
    }

    @PostMapping(
            path = {
                "/fhir/Encounter",
                "/fhir/Observation",
                "/fhir/ServiceRequest",
                "/fhir/DiagnosticReport",
                "/fhir/Procedure"
            },
            consumes = {FHIR_JSON, JSON})
    ResponseEntity<String> resource(
            @RequestHeader(name = FEED, defaultValue = "") String named, HttpServletRequest request)
            throws NotKept, IOException {
        Feed feed = feeds.of(named);
        byte[] body = body(request, LONGEST_RESOURCE);
        String path = request.getRequestURI();
        Optional<FhirResource> resource = parsed(body);
        if (resource.filter(found -> !path.endsWith("/" + found.type())).isPresent()) {
            throw new NotKept(
                    HttpStatus.BAD_REQUEST,
                    "invalid",
                    "The resource is of another type than the address says. It was not kept.");
        }
        return FhirAnswers.single(FhirAnswers.of(settled(receive(feed, body))));
    }

    @PostMapping(
            path = {"/fhir", "/fhir/"},
            consumes = {FHIR_JSON, JSON})
    ResponseEntity<String> bundle(
            @RequestHeader(name = FEED, defaultValue = "") String named, HttpServletRequest request)
            throws NotKept, IOException {
        Feed feed = feeds.of(named);
        byte[] body = body(request, LONGEST_BUNDLE);
        Optional<FhirResource> bundle = parsed(body);
        if (bundle.isEmpty()) {
            return FhirAnswers.single(FhirAnswers.of(settled(receive(feed, body))));
        }
        String type = bundle.filter(found -> found.type().equals("Bundle"))
                .flatMap(found -> found.text("type"))
                .orElse("");
        return switch (type) {
            case "batch" ->
                FhirAnswers.bundle("batch-response", batch(feed, bundle.get().list("entry")));
            case "transaction" ->
                transaction(feed, body, bundle.get().list("entry").size());
            default ->
                throw new NotKept(
                        HttpStatus.BAD_REQUEST,
                        "invalid",
                        "Expected a Bundle of type batch or transaction. Nothing was kept.");
        };
    }

    /** All are handed over before the first is waited for, so that they share the way to the disk. */
    private List<Outcome> batch(Feed feed, List<FhirResource> entries) throws NotKept {
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (FhirResource entry : entries) {
            Optional<FhirResource> resource = entry.element("resource");
            boolean writes = entry.text("request.method")
                    .filter(method -> method.equals("POST") || method.equals("PUT"))
                    .isPresent();
            outcomes.add(
                    writes && resource.isPresent()
                            ? receive(feed, resource.get().bytes()).thenApply(FhirAnswers::of)
                            : CompletableFuture.completedFuture(new Outcome(
                                    HttpStatus.BAD_REQUEST,
                                    "error",
                                    "invalid",
                                    "Expected a resource and the method POST or PUT. Nothing of it was kept.")));
        }
        List<Outcome> settled = new ArrayList<>();
        for (CompletableFuture<Outcome> outcome : outcomes) {
            settled.add(settled(outcome));
        }
        return settled;
    }

    private ResponseEntity<String> transaction(Feed feed, byte[] body, int entries) throws NotKept {
        Outcome outcome = FhirAnswers.of(settled(receive(feed, body)));
        return outcome.status().isError()
                ? FhirAnswers.single(outcome)
                : FhirAnswers.bundle("transaction-response", Collections.nCopies(entries, outcome));
    }

    private CompletableFuture<Receipt> receive(Feed feed, byte[] message) throws NotKept {
        try {
            return inbox.receive(feed, message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw tryAgain();
        }
    }

    private static <T> T settled(CompletableFuture<T> outcome) throws NotKept {
        try {
            return outcome.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw tryAgain();
        } catch (ExecutionException e) {
            throw tryAgain();
        }
    }

    private static NotKept tryAgain() {
        return new NotKept(
                HttpStatus.SERVICE_UNAVAILABLE,
                "transient",
                "It is not known to be on disk. Send it again: what was kept counts once.");
    }

    private static byte[] body(HttpServletRequest request, int longest) throws NotKept, IOException {
        byte[] body = request.getInputStream().readNBytes(longest + 1);
        if (body.length > longest) {
            throw new NotKept(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "too-long",
                    "It is longer than " + longest + " bytes, and was not kept. Send it in parts.");
        }
        return body;
    }

    /** What is no resource at all is for the reader to refuse, so that it is kept for a person. */
    private static Optional<FhirResource> parsed(byte[] body) {
        try {
            return Optional.of(FhirResource.parse(new String(body, StandardCharsets.UTF_8)));
        } catch (Unreadable notAResource) {
            return Optional.empty();
        }
    }

    @ExceptionHandler
    ResponseEntity<String> notKept(NotKept refused) {
        return FhirAnswers.single(refused.outcome());
    }
}
