package org.silkthread.server.waits;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The events that hold once corrections have replaced what they correct. It depends on the set of messages alone: their
 * order, and repeats, change nothing.
 *
 * @param events each once, in their natural order
 * @param problems versions of one fact that contradict each other
 */
record EventsInForce<E extends Comparable<E>>(SortedSet<E> events, List<Problem> problems) {

    static <E extends Comparable<E>> EventsInForce<E> of(Collection<Message<E>> messages) {
        Map<String, TreeSet<Message<E>>> byId = new TreeMap<>();
        for (Message<E> message : messages) {
            byId.computeIfAbsent(message.id(), id -> new TreeSet<>(order())).add(message);
        }
        SortedSet<E> events = new TreeSet<>();
        SortedSet<Problem> problems = new TreeSet<>();
        byId.forEach((id, versions) -> {
            Message<E> last = versions.last();
            last.event().ifPresent(events::add);
            Optional.ofNullable(versions.lower(last))
                    .filter(rival -> rival.version() == last.version())
                    .ifPresent(rival -> problems.add(new Problem(
                            Problem.Kind.CONFLICTING_VERSIONS,
                            "Version " + last.version() + " of '" + id
                                    + "' was sent with different contents; the later event is used.")));
        });
        return new EventsInForce<>(events, List.copyOf(problems));
    }

    /** By version, and among equal versions a withdrawal before an event, so that the choice never depends on arrival. */
    private static <E extends Comparable<E>> Comparator<Message<E>> order() {
        return Comparator.<Message<E>>comparingLong(Message::version)
                .thenComparing(
                        message -> message.event().stream().toList(),
                        (one, other) -> one.isEmpty() || other.isEmpty()
                                ? Integer.compare(one.size(), other.size())
                                : one.getFirst().compareTo(other.getFirst()));
    }
}
