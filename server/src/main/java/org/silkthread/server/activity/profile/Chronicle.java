package org.silkthread.server.activity.profile;

import java.util.List;
import java.util.stream.Stream;
import org.silkthread.server.activity.store.PatientMergeTable;
import org.silkthread.server.activity.store.SayingTable;
import org.silkthread.server.feeds.Incoming;
import org.silkthread.server.feeds.MessageReader.Kept;
import org.springframework.stereotype.Component;

/** Where all readers write down what messages say. */
@Component
class Chronicle {

    private final SayingTable sayings;
    private final PatientMergeTable merges;

    Chronicle(SayingTable sayings, PatientMergeTable merges) {
        this.sayings = sayings;
        this.merges = merges;
    }

    /** Keeps what messages say, in the transaction that keeps the messages. */
    void keep(List<Kept<Told>> together) {
        List<SayingTable.Row> said =
                together.stream().flatMap(Chronicle::sayings).toList();
        if (!said.isEmpty()) {
            sayings.add(said);
        }
        List<PatientMergeTable.Row> merged =
                together.stream().flatMap(Chronicle::merges).toList();
        if (!merged.isEmpty()) {
            merges.add(merged);
        }
    }

    private static Stream<SayingTable.Row> sayings(Kept<Told> kept) {
        Incoming message = kept.message();
        return kept.says().sayings().stream()
                .map(saying -> new SayingTable.Row(
                        kept.id(), message.feed().code(), message.feed().organisation(), message.receivedAt(), saying));
    }

    private static Stream<PatientMergeTable.Row> merges(Kept<Told> kept) {
        Incoming message = kept.message();
        return kept.says().merges().stream()
                .map(merge -> new PatientMergeTable.Row(
                        kept.id(), message.feed().code(), message.feed().organisation(), message.receivedAt(), merge));
    }
}
