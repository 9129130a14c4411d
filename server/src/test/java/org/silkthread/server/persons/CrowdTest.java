package org.silkthread.server.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.identity.store.AccountTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Many people at once, each of whom sees what is theirs and nothing of anybody else. */
@ServerTest
class CrowdTest {

    private static final Logger LOG = LoggerFactory.getLogger(CrowdTest.class);
    private static final int PEOPLE = 200;
    private static final int ROUNDS = 2;
    /** So many sign in at a time, and so many strangers read beside the crowd. */
    private static final int FEW = 12;

    private static final String PASSWORD = "nine quiet herons wade upstream";
    private static final String QUICK_HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
    private static final List<String> OWN = List.of("/me", "/me/record");
    private static final List<String> EVERYBODYS = List.of("/", "/compare");
    /**
     * The letters q and x stand in no other name of the tests, and the last pair ends a marker: none begins another. It is
     * so long that the random letters of a form's token are none.
     */
    private static final Pattern MARKER = Pattern.compile("qxabcdefqx[a-j]+xq", Pattern.CASE_INSENSITIVE);

    private final TestPeople people;
    private final Persons persons;
    private final AccountTable accounts;
    private final Clock clock;
    private final Environment environment;

    CrowdTest(TestPeople people, Persons persons, AccountTable accounts, Clock clock, Environment environment) {
        this.people = people;
        this.persons = persons;
        this.accounts = accounts;
        this.clock = clock;
        this.environment = environment;
    }

    private record Member(String marker, Browser browser) {}

    /** What came back, with the markers of all people that stand anywhere in it. */
    private record Answer(String path, Optional<String> asker, int status, Set<String> markers, Duration took) {

        /** What is wrong with it, in words; empty if nothing is. */
        Stream<String> faults() {
            Set<String> expected =
                    asker.filter(_ -> OWN.contains(path)).map(Set::of).orElse(Set.of());
            Set<String> allowed = asker.map(Set::of).orElse(Set.of());
            String what = path + " for " + asker.orElse("a stranger");
            return Stream.of(
                            status == 200 ? "" : what + " was answered with " + status,
                            allowed.containsAll(markers) ? "" : what + " held " + markers,
                            markers.containsAll(expected) ? "" : what + " lacked their own name")
                    .filter(fault -> !fault.isEmpty());
        }
    }

    @Test
    void check_49_two_hundred_people_at_once_see_nothing_of_each_other() {
        List<String> markers = Stream.generate(() -> "qxabcdefqx" + TestPeople.letters() + "xq")
                .limit(PEOPLE)
                .toList();
        DataScope.asSystem("a test", () -> markers.forEach(this::open));
        List<Member> crowd = inTurns(markers.stream().map(this::signedIn).toList());

        List<Answer> answers = allAtOnce(crowd);

        assertThat(answers).hasSize((PEOPLE * (OWN.size() + EVERYBODYS.size()) + FEW * EVERYBODYS.size()) * ROUNDS);
        assertThat(answers.stream().flatMap(Answer::faults)).isEmpty();
        List<Duration> times = answers.stream().map(Answer::took).sorted().toList();
        LOG.info(
                "{} people at once, {} requests: half within {} ms, 95 in 100 within {} ms",
                PEOPLE,
                times.size(),
                times.get(times.size() / 2).toMillis(),
                times.get(times.size() * 95 / 100).toMillis());
    }

    /**
     * An account with a password, and a record of the same person with an entry. The password is hashed by the quick way
     * that old accounts may have, because the work of two hundred slow hashes is not what is examined here.
     */
    private void open(String marker) {
        accounts.add(marker, "Wren " + marker, clock.instant());
        accounts.addCredential(marker, QUICK_HASH, clock.instant());
        Person person = people.somebody("Wren", marker, TestPeople.BORN, "1 Mill Lane");
        persons.link(marker, person.id(), TestPeople.TEST);
    }

    private Callable<Member> signedIn(String marker) {
        Browser browser = Browser.of(environment);
        return () -> new Member(marker, browser.signIn(marker, PASSWORD));
    }

    private static List<Member> inTurns(List<Callable<Member>> tasks) {
        Semaphore turns = new Semaphore(FEW);
        return together(tasks.stream()
                .<Callable<Member>>map(task -> () -> {
                    turns.acquire();
                    try {
                        return task.call();
                    } finally {
                        turns.release();
                    }
                })
                .toList());
    }

    private List<Answer> allAtOnce(List<Member> crowd) {
        List<Callable<List<Answer>>> visits = new ArrayList<>();
        CountDownLatch gate = new CountDownLatch(crowd.size() + FEW);
        List<String> paths = Stream.concat(OWN.stream(), EVERYBODYS.stream()).toList();
        for (Member member : crowd) {
            int first = visits.size();
            visits.add(() -> walk(member.browser(), Optional.of(member.marker()), paths, first, gate));
        }
        for (int i = 0; i < FEW; i++) {
            visits.add(() -> walk(Browser.of(environment), Optional.empty(), EVERYBODYS, 0, gate));
        }
        return together(visits).stream().flatMap(List::stream).toList();
    }

    /** Reads every page some times, each visitor from another page on, once all stand at the gate. */
    private static List<Answer> walk(
            Browser browser, Optional<String> asker, List<String> paths, int first, CountDownLatch gate)
            throws InterruptedException {
        gate.countDown();
        gate.await();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < ROUNDS * paths.size(); i++) {
            String path = paths.get((first + i) % paths.size());
            long begun = System.nanoTime();
            HttpResponse<String> reply = browser.get(path);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            answers.add(new Answer(path, asker, reply.statusCode(), markers(reply), took));
        }
        return answers;
    }

    private static Set<String> markers(HttpResponse<String> reply) {
        Set<String> found = new TreeSet<>();
        MARKER.matcher(reply.headers().map() + reply.body())
                .results()
                .map(MatchResult::group)
                .forEach(found::add);
        return found;
    }

    private static <T> List<T> together(List<Callable<T>> tasks) {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> task : threads.invokeAll(tasks)) {
                results.add(task.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted among the crowd", e);
        } catch (ExecutionException e) {
            throw new AssertionError("Somebody got no answer", e);
        }
        return results;
    }
}
