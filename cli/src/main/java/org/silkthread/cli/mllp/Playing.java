package org.silkthread.cli.mllp;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Hands messages to a sender, each at its time or as soon after it as the receiver lets it. */
public final class Playing {

    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(10);

    private final Clock real;
    private final Function<Sending, Instant> when;
    private final Consumer<Sending> progress;

    /**
     * @param when at which real moment a message leaves; one that has passed means at once
     * @param progress told now and then of the message that leaves
     */
    public Playing(Clock real, Function<Sending, Instant> when, Consumer<Sending> progress) {
        this.real = real;
        this.when = when;
        this.progress = progress;
    }

    /**
     * Sends all messages and waits for their answers.
     *
     * @return what became of them; also when the sender has given up
     */
    public SendingReport play(List<Sending> sendings, MllpSender sender) throws InterruptedException {
        Instant nextWords = real.instant();
        try {
            for (Sending sending : sendings) {
                Duration wait = Duration.between(real.instant(), when.apply(sending));
                if (wait.isPositive()) {
                    Thread.sleep(wait);
                }
                sender.send(sending);
                if (!real.instant().isBefore(nextWords)) {
                    progress.accept(sending);
                    nextWords = real.instant().plus(BETWEEN_WORDS);
                }
            }
        } catch (IOException e) {
            return sender.report().outOf(sendings.size());
        }
        return sender.report();
    }
}
