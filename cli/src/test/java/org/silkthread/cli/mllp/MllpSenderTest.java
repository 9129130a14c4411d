package org.silkthread.cli.mllp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkthread.cli.table.InputError;

class MllpSenderTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void messages_are_on_their_way_together_and_each_is_answered() throws IOException, InterruptedException {
        try (Receiver receiver = new Receiver(Integer.MAX_VALUE)) {
            SendingReport report = send(receiver, messages(500), Duration.ofSeconds(20));
            assertThat(report.complete()).isTrue();
            assertThat(report.written()).isEqualTo(500);
            assertThat(report.connections()).isEqualTo(1);
            assertThat(report.latency(0.99)).isGreaterThanOrEqualTo(report.latency(0.5));
            assertThat(receiver.received()).containsExactlyElementsOf(numbers(500));
        }
    }

    @Test
    void what_is_not_answered_when_the_connection_breaks_is_sent_again_in_its_order()
            throws IOException, InterruptedException {
        try (Receiver receiver = new Receiver(70)) {
            List<Delivery> deliveries = new CopyOnWriteArrayList<>();
            SendingReport report;
            try (MllpSender sender = new MllpSender(receiver.address(), 16, Duration.ofSeconds(20), deliveries::add)) {
                for (Sending sending : messages(200)) {
                    sender.send(sending);
                }
                report = sender.report();
            }
            assertThat(report.complete()).isTrue();
            assertThat(report.connections()).isGreaterThan(1);
            assertThat(report.written()).isGreaterThan(200);
            assertThat(deliveries)
                    .extracting(delivery -> delivery.sending().controlId())
                    .containsExactlyElementsOf(numbers(200));
            assertThat(deliveries).anyMatch(delivery -> delivery.writings() > 1);
        }
    }

    @Test
    void when_nobody_answers_for_long_it_gives_up_and_says_how_many_are_without_an_answer()
            throws IOException, InterruptedException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        try (MllpSender sender = new MllpSender(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), closed),
                4,
                Duration.ofMillis(300),
                all -> {})) {
            SendingReport report =
                    new Playing(java.time.Clock.systemUTC(), each -> Instant.MIN, all -> {}).play(messages(10), sender);
            assertThat(report.complete()).isFalse();
            assertThat(report.unanswered()).isEqualTo(10);
        }
    }

    @Property(tries = 200)
    void a_recording_gives_back_every_message_as_it_was(@ForAll List<String> texts) throws IOException {
        List<Sending> sendings = new ArrayList<>();
        for (String text : texts) {
            sendings.add(new Sending(
                    Instant.ofEpochSecond(sendings.size()),
                    new String(
                            text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                            java.nio.charset.StandardCharsets.UTF_8)));
        }
        Path file = Files.createTempFile("recording", ".txt");
        try {
            Recording.write(file, sendings);
            assertThat(Recording.read(file)).isEqualTo(sendings);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void a_file_that_is_no_recording_is_refused_by_line() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "hello\n");
        assertThatThrownBy(() -> Recording.read(other))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("line 1");
        Path broken = Files.writeString(folder.resolve("broken"), "# silkthread messages 1\nyesterday\tMSH\n");
        assertThatThrownBy(() -> Recording.read(broken))
                .isInstanceOf(InputError.class)
                .hasMessageContaining("line 2");
    }

    private static SendingReport send(Receiver receiver, List<Sending> sendings, Duration patience)
            throws IOException, InterruptedException {
        try (MllpSender sender = new MllpSender(receiver.address(), 32, patience, all -> {})) {
            for (Sending sending : sendings) {
                sender.send(sending);
            }
            return sender.report();
        }
    }

    private static List<Sending> messages(int many) {
        return numbers(many).stream()
                .map(number -> new Sending(
                        Instant.EPOCH,
                        "MSH|^~\\&|PAS|DZB|SILKTHREAD||20261122100000+0000||ADT^A04|" + number + "|P|2.4\r"))
                .toList();
    }

    private static List<String> numbers(int many) {
        return IntStream.range(0, many).mapToObj(i -> "m" + i).toList();
    }
}
