package org.silkthread.bench.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A screen on a wall, as far as its stream of events: it reads how many people are in the department. */
final class Screen implements AutoCloseable {

    private static final Pattern PEOPLE = Pattern.compile("id=\"tile-1-figure\" data-live>(?:About )?([\\d,]+)<");

    private final LongConsumer told;
    private final CountDownLatch first = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean closed;

    /**
     * @param told of each count that is shown, as it comes
     */
    Screen(HttpClient client, URI stream, LongConsumer told) {
        this.told = told;
        this.thread = Thread.ofVirtual().name("screen").start(() -> watch(client, stream));
    }

    /** Waits until it shows something. */
    void awaitFirst() throws InterruptedException {
        if (!first.await(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("A screen shows nothing after a minute");
        }
    }

    private void watch(HttpClient client, URI stream) {
        HttpRequest request = HttpRequest.newBuilder(stream).build();
        try (Stream<String> lines =
                client.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            Iterator<String> each = lines.iterator();
            while (!Thread.currentThread().isInterrupted() && each.hasNext()) {
                String line = each.next();
                if (line.startsWith("data:")) {
                    first.countDown();
                    Matcher people = PEOPLE.matcher(line);
                    if (people.find()) {
                        told.accept(Long.parseLong(people.group(1).replace(",", "")));
                    }
                }
            }
        } catch (IOException | UncheckedIOException e) {
            if (!closed) {
                System.err.println("A screen lost its stream: " + e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
