package org.silkthread.server.feeds.hl7;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.GenericMessage;
import ca.uhn.hl7v2.model.Group;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Structure;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.silkthread.server.feeds.Envelope;
import org.silkthread.server.feeds.Unreadable;

/**
 * A message as its segments in their order. No structure is demanded, because senders leave segments out, add their own
 * and put them where their version of the standard has them; what a profile needs it asks for by name.
 */
public final class Hl7Message {

    /** One segment. Fields, repetitions and components count from 1 as the standard counts them. */
    public static final class Part {

        private final Segment segment;
        private final int number;

        private Part(Segment segment, int number) {
            this.segment = segment;
            this.number = number;
        }

        /** Such as {@code PV1}. */
        public String name() {
            return segment.getName();
        }

        /** Its place in the message, from 1. */
        public int number() {
            return number;
        }

        /** The first repetition's component, without control characters and surrounding blanks; empty when it is not there or null ({@code ""}). */
        public Optional<String> get(int field, int component) {
            return get(field, 1, component);
        }

        /** A repetition's component. */
        public Optional<String> get(int field, int repetition, int component) {
            try {
                return Optional.ofNullable(Terser.get(segment, field, repetition - 1, component, 1))
                        .map(text -> CONTROLS.matcher(text).replaceAll("").strip())
                        .filter(text -> !text.isEmpty() && !text.equals("\"\""));
            } catch (HL7Exception e) {
                return Optional.empty();
            }
        }

        /** How many repetitions a field has. */
        public int repetitions(int field) {
            try {
                return segment.getField(field).length;
            } catch (HL7Exception e) {
                return 0;
            }
        }
    }

    /** An escape such as X00 puts into a field what no field has. */
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

    private static final PipeParser PARSER = parser();

    private final List<Part> parts;

    private Hl7Message(List<Part> parts) {
        this.parts = parts;
    }

    private static PipeParser parser() {
        // Closing the context would end threads that it never starts, so it lives as long as the program.
        @SuppressWarnings("resource")
        DefaultHapiContext context = new DefaultHapiContext();
        context.setModelClassFactory(new GenericModelClassFactory());
        context.setValidationContext(ValidationContextFactory.noValidation());
        return context.getPipeParser();
    }

    /**
     * Reads a message.
     *
     * @param text lines may end in CR, as the standard says, or in LF, as people save files
     * @throws Unreadable if it is none
     */
    public static Hl7Message parse(String text) throws Unreadable {
        String lines = text.replace("\r\n", "\r").replace('\n', '\r');
        if (!lines.startsWith("MSH") || lines.length() < 8) {
            throw new Unreadable(Envelope.NONE, "It does not begin with MSH and its separators, such as MSH|^~\\&|.");
        }
        if (lines.indexOf('\0') >= 0) {
            throw new Unreadable(named(lines), "It holds a NUL character, which no text has.");
        }
        try {
            if (!(PARSER.parse(lines) instanceof GenericMessage message)) {
                throw new Unreadable(Envelope.NONE, "It is no HL7 version 2 message.");
            }
            List<Part> parts = new ArrayList<>();
            add(message, parts);
            return new Hl7Message(List.copyOf(parts));
        } catch (HL7Exception | RuntimeException e) {
            // What the parser says may quote the message, so its kind alone is told.
            throw new Unreadable(
                    named(lines),
                    "It cannot be taken apart into segments and fields ("
                            + e.getClass().getSimpleName() + ").");
        }
    }

    /** What the first line alone tells, so that the sender knows which message is meant. */
    private static Envelope named(String lines) {
        String header = lines.lines().findFirst().orElse("");
        if (header.length() < 4) {
            return Envelope.NONE;
        }
        String[] fields = header.split(Pattern.quote(header.substring(3, 4)), -1);
        return new Envelope(
                fields.length > 9 ? fields[9].strip() : "",
                fields.length > 8 ? fields[8].strip() : "",
                Optional.empty());
    }

    private static void add(Group group, List<Part> parts) throws HL7Exception {
        for (String name : group.getNames()) {
            for (Structure structure : group.getAll(name)) {
                switch (structure) {
                    case Segment segment when !segment.isEmpty() -> parts.add(new Part(segment, parts.size() + 1));
                    case Segment empty -> {}
                    case Group inner -> add(inner, parts);
                    default -> throw new HL7Exception("Neither segment nor group");
                }
            }
        }
    }

    /** All segments in their order. */
    public List<Part> parts() {
        return parts;
    }

    /** All segments of a name. */
    public Stream<Part> all(String name) {
        return parts.stream().filter(part -> part.name().equals(name));
    }

    /** The first segment of a name. */
    public Optional<Part> first(String name) {
        return all(name).findFirst();
    }

    /** A component of the first segment of a name. */
    public Optional<String> get(String segment, int field, int component) {
        return first(segment).flatMap(part -> part.get(field, component));
    }

    /** The message type, such as {@code ADT^A04}; empty if it is not given. */
    public String kind() {
        String type = get("MSH", 9, 1).orElse("");
        return get("MSH", 9, 2).map(event -> type + "^" + event).orElse(type);
    }

    /** The sender's number for the message; empty if it gave none. */
    public String controlId() {
        return get("MSH", 10, 1).orElse("");
    }
}
