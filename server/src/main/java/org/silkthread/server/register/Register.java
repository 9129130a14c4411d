package org.silkthread.server.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.silkthread.server.register.store.ContentFiles;
import org.silkthread.server.register.store.EntryTable;
import org.silkthread.server.register.store.Loaded;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The registers. A version is in force from its {@code effectiveFrom} until the day before a newer version's, and what
 * was once recorded is never changed, so that any earlier day can be read as it was.
 */
@Component
public class Register {

    private final ContentFiles files;
    private final EntryTable entries;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Register(
            ContentFiles files,
            EntryTable entries,
            Clock clock,
            PlatformTransactionManager transactions,
            List<ContentKind<?>> kinds) {
        this.files = files;
        this.entries = entries;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        kinds.forEach(this::load);
    }

    /**
     * Takes in the files of {@code content/<name>/}, all or none. Doing it again changes nothing.
     *
     * @return how many versions were new
     * @throws ContentException if a file cannot be read as this kind, or a version that is already held has changed
     */
    public <T extends Record & Content> int load(ContentKind<T> kind) {
        List<Loaded<T>> contents = files.read(kind);
        Integer added = transaction.execute(status -> entries.add(kind, contents, clock.instant()));
        return added == null ? 0 : added;
    }

    /**
     * Adds a version that does not come from a file. Adding the same again changes nothing.
     *
     * @throws ContentException if this version is already held with other content
     */
    public <T extends Record & Content> void put(ContentKind<T> kind, T content) {
        List<Loaded<T>> contents = List.of(files.written(kind, content));
        transaction.executeWithoutResult(status -> entries.add(kind, contents, clock.instant()));
    }

    /** The version that is in force on {@code date}, as far as we know today. */
    public <T extends Record & Content> Optional<Entry<T>> asAt(ContentKind<T> kind, String key, LocalDate date) {
        return asAt(kind, key, date, clock.instant());
    }

    /** The version that was held on {@code date} to be in force, by what had been recorded at {@code known}. */
    public <T extends Record & Content> Optional<Entry<T>> asAt(
            ContentKind<T> kind, String key, LocalDate date, Instant known) {
        return entries.asAt(kind, Optional.of(key), date, known).stream().findFirst();
    }

    /** Of every key the version in force on {@code date}, in the order of the keys. */
    public <T extends Record & Content> List<Entry<T>> all(ContentKind<T> kind, LocalDate date) {
        return entries.asAt(kind, Optional.empty(), date, clock.instant());
    }

    /** Every version of every key, by key, newest first. */
    public <T extends Record & Content> Map<String, List<Entry<T>>> histories(ContentKind<T> kind) {
        return entries.histories(kind).stream()
                .collect(Collectors.groupingBy(Entry::key, LinkedHashMap::new, Collectors.toList()));
    }

    /** Every version of a key, newest first. */
    public <T extends Record & Content> List<Entry<T>> history(ContentKind<T> kind, String key) {
        return entries.history(kind, key);
    }
}
