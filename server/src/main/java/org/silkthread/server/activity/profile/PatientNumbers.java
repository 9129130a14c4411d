package org.silkthread.server.activity.profile;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.silkthread.server.activity.Merge;
import org.silkthread.server.feeds.Envelope;
import org.silkthread.server.feeds.Unreadable;
import org.silkthread.server.feeds.hl7.Hl7Message;
import org.silkthread.server.feeds.hl7.Hl7Message.Part;

/** The numbers by which a message names its patient, and the practice on whose list the patient is. */
final class PatientNumbers {

    private static final int DAY_LENGTH = 8;
    private static final int ISSUER = 4;
    private static final int TYPE = 5;
    private static final Set<String> NHS_TYPES = Set.of("NH", "NHS");
    /** Where senders put the practice: the facility (PD1-3) before the doctor (PD1-4). */
    private static final int[][] PRACTICE_PLACES = {{3, 10}, {3, 3}, {3, 1}, {4, 14}, {4, 1}, {4, 3}};

    private PatientNumbers() {}

    /** The organisation's own number: the first repetition that is no NHS number. */
    static Optional<String> own(Part part, int field) {
        return repetitions(part, field)
                .filter(repetition -> !isNhs(part, field, repetition))
                .flatMap(repetition -> part.get(field, repetition, 1).stream())
                .filter(number -> number.length() <= Envelope.LONGEST)
                .findFirst();
    }

    /** The NHS number, when the message has one with the right check digit: a wrong one is none. */
    static Optional<String> nhs(Part part, int field) {
        return repetitions(part, field)
                .filter(repetition -> isNhs(part, field, repetition))
                .flatMap(repetition -> part.get(field, repetition, 1).stream())
                .flatMap(text -> Codes.nhsNumber(text).stream())
                .findFirst();
    }

    /** The day on which the patient was born, if PID-7 has a whole one. */
    static Optional<LocalDate> born(Part patient) {
        return patient.get(7, 1).filter(text -> text.length() >= DAY_LENGTH).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text.substring(0, DAY_LENGTH), DateTimeFormatter.BASIC_ISO_DATE));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }

    private static boolean isNhs(Part part, int field, int repetition) {
        return Stream.of(ISSUER, TYPE)
                .flatMap(component -> part.get(field, repetition, component).stream())
                .anyMatch(NHS_TYPES::contains);
    }

    private static Stream<Integer> repetitions(Part part, int field) {
        return IntStream.rangeClosed(1, part.repetitions(field)).boxed();
    }

    /** The code of the patient's practice: the first component of PD1 that is one. */
    static Optional<String> practice(Hl7Message message) {
        return message.first("PD1").stream()
                .flatMap(pd1 -> Stream.of(PRACTICE_PLACES).flatMap(place -> pd1.get(place[0], place[1]).stream()))
                .filter(Codes::isPractice)
                .findFirst();
    }

    /** The merges of a message: each MRG gives its number up for that of the PID before it. */
    static Told merges(Telling telling) throws Unreadable {
        List<Merge> merges = new ArrayList<>();
        Optional<Part> patient = Optional.empty();
        for (Part part : telling.message().parts()) {
            switch (part.name()) {
                case "PID" -> patient = Optional.of(part);
                case "MRG" -> merges.add(merge(telling, patient, part));
                default -> {}
            }
        }
        if (merges.isEmpty()) {
            throw telling.unreadable("It has no MRG segment; expected the number that is given up in MRG-1.");
        }
        return new Told(List.of(), merges);
    }

    private static Merge merge(Telling telling, Optional<Part> patient, Part given) throws Unreadable {
        String gone = own(given, 1)
                .orElseThrow(() -> telling.unreadable("MRG-1 is empty; expected the number that is given up."));
        String stays = patient.flatMap(pid -> own(pid, 3))
                .orElseThrow(() -> telling.unreadable("PID-3 is empty; expected the number that stays."));
        if (gone.equals(stays)) {
            throw telling.unreadable("MRG-1 and PID-3 are the same; expected two numbers of one patient.");
        }
        return new Merge(
                gone,
                stays,
                patient.flatMap(pid -> nhs(pid, 3)),
                telling.sentAt(),
                telling.envelope().controlId());
    }
}
