package org.silkthread.spark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.report.MeasureReportWriter;
import org.silkthread.measure.report.RunListener;
import org.silkthread.measure.report.SubjectResult;

/**
 * The individual reports of a part's patients as a file, when they were asked for. It appears under its name only when it
 * is whole: a task that is tried again, or twice at once, leaves one file.
 */
final class SubjectFile implements RunListener, AutoCloseable {

    private @Nullable Open open;

    private record Open(MeasureReportWriter writer, Path draft, Path file) {}

    private SubjectFile(@Nullable Open open) {
        this.open = open;
    }

    static SubjectFile of(JobOrder order, int part) throws IOException {
        Optional<Path> folder = order.subjectsFolder();
        if (folder.isEmpty()) {
            return new SubjectFile(null);
        }
        Path file = folder.get().resolve(String.format(Locale.ROOT, "part-%05d.ndjson", part));
        Path draft = Files.createTempFile(folder.get(), ".part-", ".draft");
        MeasureReportWriter writer = new MeasureReportWriter(
                new BufferedOutputStream(Files.newOutputStream(draft)), order.period(), order.date());
        return new SubjectFile(new Open(writer, draft, file));
    }

    @Override
    public boolean wantsSubjects() {
        return open != null;
    }

    @Override
    public boolean wantsEverySubject() {
        return true;
    }

    @Override
    public void subject(String partition, SubjectResult result) {
        if (open != null) {
            open.writer().individual(result);
        }
    }

    /** Gives the file its name: all patients of the part are in it. */
    void keep() throws IOException {
        Open whole = open;
        if (whole != null) {
            whole.writer().close();
            Files.move(whole.draft(), whole.file(), StandardCopyOption.ATOMIC_MOVE);
            open = null;
        }
    }

    @Override
    public void close() throws IOException {
        Open unfinished = open;
        if (unfinished != null) {
            unfinished.writer().close();
            Files.delete(unfinished.draft());
            open = null;
        }
    }
}
