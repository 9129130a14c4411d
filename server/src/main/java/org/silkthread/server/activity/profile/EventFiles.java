package org.silkthread.server.activity.profile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.silkthread.server.activity.Saying;
import org.silkthread.server.feeds.Envelope;
import org.silkthread.server.feeds.Incoming;
import org.silkthread.server.feeds.MessageFormat;
import org.silkthread.server.feeds.MessageReader;
import org.silkthread.server.feeds.Unreadable;
import org.silkthread.server.tabular.RowProblem;
import org.silkthread.server.tabular.RowProblems;
import org.springframework.stereotype.Component;

/** Reads files of events, each as one message. */
@Component
class EventFiles implements MessageReader<Told> {

    static final String PROFILE = "events-csv";

    private static final String KIND = "File of events";
    private static final int TOLD = 5;

    private final Chronicle chronicle;

    EventFiles(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    @Override
    public Set<String> profiles() {
        return Set.of(PROFILE);
    }

    @Override
    public MessageFormat format() {
        return MessageFormat.CSV;
    }

    @Override
    public Read<Told> read(Incoming incoming) throws Unreadable {
        EventFile file;
        try {
            file = EventFile.read("the file", () -> new ByteArrayInputStream(incoming.content()));
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can be read", e);
        }
        Optional<Instant> sentAt = file.sayings().stream().map(Saying::sentAt).max(Comparator.naturalOrder());
        Envelope envelope = new Envelope("", KIND, sentAt);
        if (!file.problems().none()) {
            throw new Unreadable(envelope, inWords(file.problems()));
        }
        if (!file.feeds().keySet().equals(Set.of(incoming.feed().code()))) {
            throw new Unreadable(
                    envelope,
                    "Column feed: expected " + incoming.feed().code() + " in every row, and at least one row.");
        }
        return new Read<>(envelope, new Told(file.sayings(), List.of()));
    }

    /** What is wrong, without what was found: it may be about a person. */
    static String inWords(RowProblems problems) {
        String first =
                problems.kept().stream().limit(TOLD).map(EventFiles::inWords).collect(Collectors.joining(" "));
        return problems.count() <= TOLD ? first : first + " And " + (problems.count() - TOLD) + " more.";
    }

    private static String inWords(RowProblem problem) {
        return "Line " + problem.line()
                + (problem.column().isEmpty() ? "" : ", column " + problem.column())
                + ": expected " + problem.expected() + ".";
    }

    @Override
    public void keep(List<Kept<Told>> together) {
        chronicle.keep(together);
    }
}
