package org.silkthread.bench.readers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * People who read at the same time: each asks for a page, reads the whole reply, pauses, and asks for the next.
 *
 * @param number how many
 * @param pause the mean time between a reply and the next question; drawn between none and twice this
 * @param requests when so many have been asked for, they stop
 * @param time when so much time has gone by, they stop
 */
public record Users(int number, Duration pause, long requests, Duration time) {

    private static final int GOOD = 200;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /**
     * Lets them read.
     *
     * @param addresses what they choose from, each as often as the others
     */
    public Load read(HttpClient client, List<URI> addresses) {
        AtomicLong left = new AtomicLong(requests);
        long start = System.nanoTime();
        long end = start + time.toNanos();
        List<Future<Tally>> readers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < number; i++) {
                Random random = new Random(i);
                readers.add(threads.submit(() -> readOne(client, addresses, random, left, end)));
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Tally together = new Tally();
        readers.forEach(reader -> together.add(result(reader)));
        return together.over(seconds);
    }

    private Tally readOne(HttpClient client, List<URI> addresses, Random random, AtomicLong left, long end)
            throws InterruptedException {
        Tally tally = new Tally();
        // They do not all begin in the same moment.
        pause(random);
        while (left.getAndDecrement() > 0 && System.nanoTime() < end) {
            ask(client, addresses.get(random.nextInt(addresses.size())), tally);
            pause(random);
        }
        return tally;
    }

    private void pause(Random random) throws InterruptedException {
        if (!pause.isZero()) {
            Thread.sleep(random.nextLong(2 * pause.toMillis() + 1));
        }
    }

    private static void ask(HttpClient client, URI address, Tally tally) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept-Encoding", "gzip")
                .timeout(LONGEST)
                .build();
        long start = System.nanoTime();
        try {
            HttpResponse<byte[]> reply = client.send(request, BodyHandlers.ofByteArray());
            tally.add((System.nanoTime() - start) / 1e9, reply.body().length, reply.statusCode() == GOOD);
        } catch (IOException e) {
            tally.add((System.nanoTime() - start) / 1e9, 0, false);
        }
    }

    private static Tally result(Future<Tally> reader) {
        try {
            return reader.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A reader failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while people read", e);
        }
    }
}
