package org.silkthread.measure.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.model.Structure;
import org.silkthread.measure.model.StructureType;
import org.silkthread.measure.model.SystemType;
import org.silkthread.measure.value.Date;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Time;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads FHIR R4 resources from JSON. Elements that FHIR R4 does not have are passed over; narrative is dropped, since
 * measures cannot read it. A value that is not what FHIR says makes the resource malformed, with the element, line and
 * column. A date-time may be written with less precision or without an offset where FHIR wants more. Used by one thread.
 */
public final class ResourceReader {

    /** Digits that a decimal may have; far more than FHIR's 18, and few enough to calculate with. */
    private static final int LONGEST_DECIMAL = 400;

    private static final String RESOURCE_TYPE = "resourceType";

    private final FhirModel model;
    private final StructureType anyResource;
    private final StructureType reference;
    private final StructureType bundle;
    private final @Nullable Map<String, JsonField>[] fields;
    private final JsonFactory factory = new JsonFactory();
    private final Interner interner = new Interner();
    private final boolean interning;
    private Map<String, String> addresses = Map.of();

    private byte[] json = new byte[0];
    private int start;
    private int end;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private ResourceReader(FhirModel model, boolean interning) {
        this.model = model;
        this.interning = interning;
        this.anyResource = model.required("Resource");
        this.reference = model.required("Reference");
        this.bundle = model.required("Bundle");
        this.fields = new Map[model.types().size()];
    }

    /** A reader that keeps one object of content that repeats, such as concepts: for resources that are then measured. */
    public ResourceReader(FhirModel model) {
        this(model, true);
    }

    /** A reader that does not look for repetition: quicker, for resources that are written down at once. */
    public static ResourceReader passing(FhirModel model) {
        return new ResourceReader(model, false);
    }

    /** Addresses within a Bundle ({@code urn:uuid:…}) with the {@code Type/id} that references to them are to say. */
    void resolving(Map<String, String> bundleAddresses) {
        this.addresses = bundleAddresses;
    }

    /**
     * Reads one resource that fills a range of bytes in UTF-8; lines are counted from 1 in that range. A Bundle is only
     * recognised: {@link BundleReader} reads its entries.
     */
    public ReadResource read(byte[] bytes, int offset, int length) {
        this.json = bytes;
        this.start = offset;
        this.end = offset + length;
        String name = "";
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Unreadable("expected a resource, that is a JSON object", parser.currentTokenLocation());
            }
            name = resourceType(parser, offset);
            StructureType type = resourceType(name, parser);
            if (type == bundle) {
                return ReadResource.Bundle.FOUND;
            }
            Structure resource = structure(type, parser);
            if (parser.nextToken() != null) {
                throw new Unreadable("expected one resource, found more after it", parser.currentTokenLocation());
            }
            return new ReadResource.Read(resource);
        } catch (Unreadable e) {
            String path = e.path().isEmpty() ? name : name + "." + e.path();
            return new ReadResource.Malformed(withId(name), path, e.reason(), e.line(), e.column());
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            return new ReadResource.Malformed(withId(name), "", "broken JSON: " + e.getOriginalMessage(), line, column);
        }
    }

    /** Takes the lines of a file. */
    interface LineReceiver {

        void resource(Structure resource);

        /** A line that is no resource that can be read, or a Bundle: to be looked at by itself. */
        void other(int from, int to, long line);
    }

    /** Reads lines that are a resource each with one parser, because a parser for each costs as much as a short resource. */
    void readLines(byte[] bytes, int length, long firstLine, LineReceiver receiver) {
        @Nullable JsonParser parser = null;
        long line = firstLine;
        for (int from = 0, to; from < length; from = to + 1, line++) {
            to = Lines.end(bytes, from, length);
            if (Lines.blank(bytes, from, to)) {
                continue;
            }
            if (parser == null) {
                json = bytes;
                start = from;
                end = length;
                parser = factory.createParser(ObjectReadContext.empty(), bytes, from, length - from);
            }
            @Nullable Structure resource = resourceOfLine(parser, to);
            if (resource != null) {
                receiver.resource(resource);
            } else {
                parser.close();
                parser = null;
                receiver.other(from, to, line);
            }
        }
        if (parser != null) {
            parser.close();
        }
    }

    /** The next resource, if it ends with its line; null when it cannot be read or is a Bundle. */
    private @Nullable Structure resourceOfLine(JsonParser parser, int lineEnd) {
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            int objectStart = start + (int) parser.currentTokenLocation().getByteOffset();
            StructureType type = resourceType(resourceType(parser, objectStart), parser);
            if (type == bundle) {
                return null;
            }
            Structure resource = structure(type, parser);
            int after = start + (int) parser.currentLocation().getByteOffset();
            return after <= lineEnd && Lines.blank(json, after, lineEnd) ? resource : null;
        } catch (Unreadable | JacksonException e) {
            // Read again by itself, the line tells what is wrong with it, and where.
            return null;
        }
    }

    private String withId(String type) {
        String id = topLevel("id", start);
        return type.isEmpty() || id.isEmpty() ? type : type + "/" + id;
    }

    private StructureType resourceType(String name, JsonParser parser) throws Unreadable {
        StructureType type = model.type(name).orElse(null);
        if (type == null || !type.is(anyResource)) {
            String found = name.isEmpty() ? "none" : name;
            throw new Unreadable("expected the resourceType of FHIR R4, found " + found, parser.currentTokenLocation());
        }
        return type;
    }

    /** The type of the resource that begins at the parser's place; it is nearly always the first field. */
    private String resourceType(JsonParser parser, int objectStart) throws Unreadable {
        @Nullable String first = parser.nextName();
        if (RESOURCE_TYPE.equals(first) && parser.nextToken() == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        return topLevel(RESOURCE_TYPE, objectStart);
    }

    /** A text field of the object that begins at a position; empty when it has none that can be read. */
    private String topLevel(String field, int objectStart) {
        return topLevel(field, json, objectStart, end);
    }

    /** A text field of the object that begins at a position of a text that ends at another; empty when there is none. */
    String topLevel(String field, byte[] bytes, int from, int to) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return "";
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken token = parser.nextToken();
                if (name.equals(field)) {
                    return token == JsonToken.VALUE_STRING ? parser.getString() : "";
                }
                parser.skipChildren();
            }
            return "";
        } catch (JacksonException e) {
            // The reader itself meets the broken place and reports it; here only a name is sought.
            return "";
        }
    }

    private Map<String, JsonField> fields(StructureType type) {
        Map<String, JsonField> known = fields[type.number()];
        if (known == null) {
            known = JsonField.of(type, model);
            fields[type.number()] = known;
        }
        return known;
    }

    /** Reads to the end of the object in which the parser stands, at a field's name, at a value, or at its start. */
    private Structure structure(StructureType type, JsonParser parser) throws Unreadable {
        Map<String, JsonField> known = fields(type);
        @Nullable Object[] slots = new Object[type.elements().size()];
        @Nullable Companions companions = null;
        String name = parser.currentToken() == JsonToken.PROPERTY_NAME ? parser.currentName() : parser.nextName();
        for (; name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            JsonField field = known.get(name);
            if (field == null || token == JsonToken.VALUE_NULL) {
                parser.skipChildren();
                continue;
            }
            try {
                if (field.companion()
                        || field.system() != null && field.element().choice()) {
                    companions = companions == null ? new Companions() : companions;
                    companions.add(field, field.companion() ? companion(field, parser) : value(field, parser));
                } else {
                    Object value = value(field, parser);
                    slots[field.element().slot()] = value;
                    if (value instanceof ArrayList<?>) {
                        companions = companions == null ? new Companions() : companions;
                        companions.add(field, value);
                    }
                }
            } catch (Unreadable e) {
                throw e.within(name);
            }
        }
        if (companions != null) {
            companions.place(slots);
        }
        resolve(type, slots);
        return new Structure(type, slots);
    }

    private void resolve(StructureType type, @Nullable Object[] slots) {
        if (type == reference && !addresses.isEmpty()) {
            int slot = reference.slot("reference");
            Object address = slots[slot];
            slots[slot] = address instanceof String text ? addresses.getOrDefault(text, text) : address;
        }
    }

    private @Nullable Object value(JsonField field, JsonParser parser) throws Unreadable {
        if (!field.element().repeating()) {
            return single(field, parser);
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw Unreadable.value("a JSON array", found(parser), parser.currentTokenLocation());
        }
        // Nulls hold the place of values that have only extensions; they are taken out when the two lists are joined.
        List<@Nullable Object> values = new ArrayList<>(4);
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            values.add(token == JsonToken.VALUE_NULL ? null : single(field, parser));
        }
        return field.companion() || values.contains(null) ? values : frozen(values);
    }

    private static @Nullable List<Object> frozen(List<@Nullable Object> values) {
        return switch (values.size()) {
            case 0 -> null;
            case 1 -> List.of(Objects.requireNonNull(values.getFirst()));
            default -> List.copyOf((List<Object>) values);
        };
    }

    /** The ids and extensions of a primitive, or of each of a list of them. */
    private @Nullable Object companion(JsonField field, JsonParser parser) throws Unreadable {
        JsonField shape = new JsonField(field.element(), field.type(), null, true, false);
        return value(shape, parser);
    }

    private Object single(JsonField field, JsonParser parser) throws Unreadable {
        SystemType system = field.system();
        if (system != null) {
            Object value = primitive(system, parser);
            return interning && field.interned() ? interner.intern(value) : value;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw Unreadable.value("a JSON object", found(parser), parser.currentTokenLocation());
        }
        StructureType type = Objects.requireNonNull(field.type());
        if (type == anyResource) {
            int objectStart = start + (int) parser.currentTokenLocation().getByteOffset();
            type = resourceType(resourceType(parser, objectStart), parser);
        }
        Structure structure = structure(type, parser);
        return interning && field.interned() ? interner.intern(structure) : structure;
    }

    private static Object primitive(SystemType system, JsonParser parser) throws Unreadable {
        JsonToken token = parser.currentToken();
        @Nullable
        Object value = switch (system) {
            case STRING -> token == JsonToken.VALUE_STRING ? parser.getString() : null;
            case BOOLEAN -> bool(token);
            case INTEGER -> token == JsonToken.VALUE_NUMBER_INT ? integer(parser) : null;
            case DECIMAL -> token != null && token.isNumeric() ? decimal(parser) : null;
            case DATE -> token == JsonToken.VALUE_STRING ? Date.parseOrNull(parser.getString()) : null;
            case DATE_TIME -> token == JsonToken.VALUE_STRING ? DateTime.parseOrNull(parser.getString()) : null;
            case TIME -> token == JsonToken.VALUE_STRING ? Time.parseOrNull(parser.getString()) : null;
        };
        if (value == null) {
            throw Unreadable.value(wording(system), found(parser), parser.currentTokenLocation());
        }
        return value;
    }

    private static @Nullable Boolean bool(@Nullable JsonToken token) {
        return token == JsonToken.VALUE_TRUE ? Boolean.TRUE : token == JsonToken.VALUE_FALSE ? Boolean.FALSE : null;
    }

    private static @Nullable Integer integer(JsonParser parser) {
        return parser.getNumberType() == JsonParser.NumberType.INT ? parser.getIntValue() : null;
    }

    private static @Nullable BigDecimal decimal(JsonParser parser) {
        BigDecimal decimal;
        try {
            decimal = parser.getDecimalValue();
        } catch (NumberFormatException e) {
            // The exponent has more digits than any number that can be calculated with.
            return null;
        }
        boolean sane = Math.abs(decimal.scale()) <= LONGEST_DECIMAL && decimal.precision() <= LONGEST_DECIMAL;
        return sane ? decimal : null;
    }

    private static String wording(SystemType system) {
        return switch (system) {
            case STRING -> "a text";
            case BOOLEAN -> "true or false";
            case INTEGER -> "a whole number from -2147483648 to 2147483647";
            case DECIMAL -> "a number of at most " + LONGEST_DECIMAL + " digits";
            case DATE -> "a date such as 2026, 2026-08 or 2026-08-21";
            case DATE_TIME -> "a date and time such as 2026-08-21T10:30:00+01:00";
            case TIME -> "a time such as 10:30:00";
        };
    }

    private static String found(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return "an object";
        }
        return token == JsonToken.START_ARRAY ? "an array" : String.valueOf(parser.getString());
    }
}
