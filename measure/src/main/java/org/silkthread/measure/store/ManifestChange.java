package org.silkthread.measure.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The manifest after a load: what was there before, unless it is replaced, and what the load brought. */
final class ManifestChange {

    private final int load;
    private final List<Manifest.SegmentEntry> segments = new ArrayList<>();
    private final List<Manifest.DeletionEntry> deletions = new ArrayList<>();

    ManifestChange(Manifest old, int load, boolean replacing) {
        this.load = load;
        if (!replacing) {
            segments.addAll(old.segments());
            deletions.addAll(old.deletions());
        }
    }

    ManifestChange with(List<Manifest.SegmentEntry> written) {
        segments.addAll(written);
        return this;
    }

    ManifestChange deleting(Set<String> patients, Path store) throws IOException {
        if (!patients.isEmpty()) {
            String name = "%04d.deleted".formatted(load);
            Path file = store.resolve(name);
            Files.write(file, patients);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            deletions.add(new Manifest.DeletionEntry(name, load, patients.size()));
        }
        return this;
    }

    Manifest manifest() {
        return new Manifest(Manifest.FORMAT, load, List.copyOf(segments), List.copyOf(deletions));
    }
}
