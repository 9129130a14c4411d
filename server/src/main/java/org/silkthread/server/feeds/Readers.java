package org.silkthread.server.feeds;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds who reads the messages of a profile. */
@Component
class Readers {

    private final List<MessageReader<?>> readers;

    Readers(List<MessageReader<?>> readers) {
        this.readers = List.copyOf(readers);
    }

    /** The form of messages of a profile; HL7 version 2 where nobody reads the profile any more. */
    MessageFormat format(String profile) {
        return of(profile).<MessageFormat>map(MessageReader::format).orElse(MessageFormat.HL7_V2);
    }

    boolean know(String profile) {
        return of(profile).isPresent();
    }

    List<String> profiles() {
        return readers.stream()
                .flatMap(reader -> reader.profiles().stream())
                .sorted()
                .toList();
    }

    Optional<MessageReader<?>> of(String profile) {
        return readers.stream()
                .filter(reader -> reader.profiles().contains(profile))
                .findFirst();
    }

    /** Reads a message of a feed. */
    Pending<?> read(Incoming message) {
        return of(message.feed().profile())
                .<Pending<?>>map(reader -> Pending.read(reader, message))
                .orElseGet(() -> Pending.refused(
                        message,
                        Envelope.NONE,
                        "Nobody reads the profile " + message.feed().profile() + "."));
    }
}
