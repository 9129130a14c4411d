package org.silkthread.cli.synth;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.silkthread.cli.mllp.Delivery;
import org.silkthread.cli.mllp.MllpSender;
import org.silkthread.cli.mllp.Playing;
import org.silkthread.cli.mllp.Sending;
import org.silkthread.cli.mllp.SendingReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where messages are sent, and how patiently. */
final class SendingOptions {

    private static final int LAST_PORT = 65_535;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--to", paramLabel = "HOST:PORT", description = "The MLLP port of a feed, such as 127.0.0.1:2575.")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--window",
            paramLabel = "N",
            description = "How many messages may be without an answer at once (default: ${DEFAULT-VALUE}).")
    private int window = 64;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "How long to try again without any answer before giving up (default: ${DEFAULT-VALUE}).")
    private int patience = 300;

    @Option(
            names = "--receipts",
            paramLabel = "FILE",
            description =
                    "Write a line for each answer: the message's number, the answer's code, the receiver's clock.")
    private Optional<Path> receipts = Optional.empty();

    SendingOptions() {}

    boolean given() {
        return to.isPresent();
    }

    /**
     * Sends messages and says what became of them.
     *
     * @param when at which real moment a message leaves
     * @return the exit code: 0 when each message counts
     */
    int send(List<Sending> sendings, Function<Sending, Instant> when) throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Playing playing = new Playing(Clock.systemUTC(), when, sending -> {
            err.printf(Locale.ROOT, "Sending what left at %s%n", sending.at());
            err.flush();
        });
        try (Receipts kept = new Receipts(receipts);
                MllpSender sender = new MllpSender(address(), window, Duration.ofSeconds(patience), kept::note)) {
            SendingReport report = playing.play(sendings, sender);
            spec.commandLine().getOut().println(inWords(report));
            spec.commandLine().getOut().flush();
            return report.complete() ? 0 : 1;
        }
    }

    private static String inWords(SendingReport report) {
        return String.format(
                Locale.ROOT,
                "%,d messages: %,d accepted (%,d of them known before), %,d refused, %,d without answer."
                        + " %,d frames over %,d connections in %.1f s; an answer took %.1f ms in the middle, %.1f ms at"
                        + " most for 95 in 100, %.1f ms for 99.",
                report.given(),
                report.accepted(),
                report.keptBefore(),
                report.refused(),
                report.unanswered(),
                report.written(),
                report.connections(),
                report.took().toMillis() / 1e3,
                report.latency(0.5),
                report.latency(0.95),
                report.latency(0.99));
    }

    private InetSocketAddress address() {
        String text = to.orElseThrow();
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (colon > 0 && port > 0 && port <= LAST_PORT && window > 0) {
                return InetSocketAddress.createUnresolved(text.substring(0, colon), port);
            }
        } catch (NumberFormatException e) {
            // Said below, as for all other text that is no address.
        }
        throw new ParameterException(spec.commandLine(), "--to: expected HOST:PORT, and --window: expected at least 1");
    }

    /** The answers, written as they come. */
    private static final class Receipts implements AutoCloseable {

        private final Optional<BufferedWriter> out;

        Receipts(Optional<Path> file) throws IOException {
            out = file.isPresent() ? Optional.of(Files.newBufferedWriter(file.get())) : Optional.empty();
        }

        void note(Delivery delivery) {
            out.ifPresent(file -> {
                try {
                    file.write(delivery.sending().controlId() + "\t"
                            + delivery.answer().code() + "\t"
                            + delivery.answer().moment() + "\n");
                } catch (IOException e) {
                    throw new UncheckedIOException("Cannot write the receipts", e);
                }
            });
        }

        @Override
        public void close() throws IOException {
            if (out.isPresent()) {
                out.get().close();
            }
        }
    }
}
