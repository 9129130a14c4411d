package org.silkthread.cli.measure;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.silkthread.measure.report.MeasureReportWriter;
import org.silkthread.measure.report.MeasurementPeriod;
import org.silkthread.measure.report.PatientPartition;
import org.silkthread.measure.report.RunListener;
import org.silkthread.measure.report.RunTally;
import org.silkthread.measure.report.SubjectResult;

/**
 * Keeps the reports about single subjects by part of the population, so that they come out in the same order whatever the
 * number of threads; and says how far the run has come.
 */
final class SubjectReports implements RunListener, AutoCloseable {

    private static final long EVERY = 100_000;

    private final boolean wanted;
    private final Path folder;
    private final MeasurementPeriod period;
    private final OffsetDateTime date;
    private final PrintWriter err;
    private final Map<String, MeasureReportWriter> open = new HashMap<>();
    private final Map<String, Path> files = new HashMap<>();
    private long told;

    SubjectReports(boolean wanted, MeasurementPeriod period, OffsetDateTime date, PrintWriter err) throws IOException {
        this.wanted = wanted;
        this.folder = Files.createTempDirectory("silk-subjects");
        this.period = period;
        this.date = date;
        this.err = err;
    }

    @Override
    public boolean wantsSubjects() {
        return wanted;
    }

    @Override
    public boolean wantsEverySubject() {
        return wanted;
    }

    @Override
    public void subject(String partition, SubjectResult result) {
        open.computeIfAbsent(partition, this::writer).individual(result);
    }

    @Override
    public void done(String partition, RunTally tally) {
        MeasureReportWriter writer = open.remove(partition);
        if (writer != null) {
            writer.close();
        }
    }

    @Override
    public void progress(long patients) {
        if (patients / EVERY > told) {
            told = patients / EVERY;
            err.println(patients + " patients evaluated");
            err.flush();
        }
    }

    private MeasureReportWriter writer(String partition) {
        Path file = folder.resolve("part-" + files.size() + ".ndjson");
        files.put(partition, file);
        try {
            return new MeasureReportWriter(new BufferedOutputStream(Files.newOutputStream(file)), period, date);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends the reports of all parts, in the order of the parts. */
    void copyTo(OutputStream target, List<? extends PatientPartition> parts) throws IOException {
        for (PatientPartition part : parts) {
            Path file = files.get(part.name());
            if (file != null) {
                Files.copy(file, target);
            }
        }
    }

    @Override
    public void close() throws IOException {
        open.values().forEach(MeasureReportWriter::close);
        for (Path file : files.values()) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
