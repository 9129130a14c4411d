package org.silkthread.server.access;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.silkthread.server.identity.SignedIn;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the database shows to a piece of work. Without one it shows nothing that belongs to an organisation or a person,
 * so a query that forgets to ask whose rows it reads finds none. A request has the scope of its caller; work that no
 * caller started opens one and says why; a record opens only after the {@link Policy} said yes.
 *
 * <p>A scope is opened before a transaction begins, because a transaction keeps its connection.
 */
public sealed interface DataScope {

    /** Nothing but what is public. */
    record Nobody() implements DataScope {}

    /**
     * What belongs to the caller and to the organisations where they hold posts, and the records that were opened.
     *
     * @param username the name they sign in with
     * @param posts each as {@code ROLE@ORGANISATION}
     * @param persons the ids of the records that the policy opened for this piece of work
     */
    record Caller(String username, Set<String> posts, Set<String> persons) implements DataScope {

        public Caller {
            posts = Set.copyOf(posts);
            persons = Set.copyOf(persons);
        }

        static Caller of(SignedIn person) {
            return new Caller(
                    person.username(),
                    person.posts().stream()
                            .map(post -> post.role() + "@" + post.organisation())
                            .collect(Collectors.toUnmodifiableSet()),
                    Set.of());
        }
    }

    /**
     * Everything.
     *
     * @param because what needs it; not blank
     */
    record Whole(String because) implements DataScope {

        public Whole {
            if (because.isBlank()) {
                throw new IllegalArgumentException("Work on everybody's data says what needs it");
            }
        }
    }

    /** The scope of the work at hand. */
    static DataScope current() {
        return Current.SCOPE.isBound() ? Current.SCOPE.get() : Current.NOBODY;
    }

    /** Does work of the system itself, such as an import or a calculation, which sees everything. */
    static <T> T asSystem(String because, Supplier<T> work) {
        return in(new Whole(because), work);
    }

    /** Does work of the system itself that gives nothing back. */
    static void asSystem(String because, Runnable work) {
        in(new Whole(because), () -> {
            work.run();
            return because;
        });
    }

    /** Does a caller's work. */
    static <T> T asCaller(SignedIn person, Supplier<T> work) {
        return in(Caller.of(person), work);
    }

    /**
     * Does work that sees one more person's record: only after the policy has allowed it.
     *
     * @param person the record's id
     * @throws IllegalStateException if nobody's work is being done
     */
    static <T> T seeingPerson(String person, Supplier<T> work) {
        return switch (current()) {
            case Caller caller -> {
                Set<String> persons = new HashSet<>(caller.persons());
                persons.add(person);
                yield in(new Caller(caller.username(), caller.posts(), persons), work);
            }
            case Whole whole -> work.get();
            case Nobody nobody -> throw new IllegalStateException("A record opens for somebody's work alone");
        };
    }

    private static <T> T in(DataScope scope, Supplier<T> work) {
        if (scope.equals(current())) {
            return work.get();
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("What the database shows is settled before a transaction begins");
        }
        return ScopedValue.where(Current.SCOPE, scope).call(work::get);
    }

    /** Where the scope of the work at hand is kept. */
    final class Current {

        private static final ScopedValue<DataScope> SCOPE = ScopedValue.newInstance();
        private static final DataScope NOBODY = new Nobody();

        private Current() {}
    }
}
