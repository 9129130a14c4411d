package org.silkthread.measure.model;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads what is needed of a CQL model info: the classes, their bases, their elements and the types of these. */
final class ModelInfo {

    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String QUALIFIER = "FHIR.";

    private final Map<String, ClassInfo> classes = new LinkedHashMap<>();
    private String className = "";
    private String base = "";
    private List<ElementInfo> elements = new ArrayList<>();
    private String elementName = "";
    private boolean repeating;
    private List<String> elementTypes = new ArrayList<>();

    private ModelInfo() {}

    /** A class of the model; {@code base} is empty when it has none within the model. */
    record ClassInfo(String name, String base, List<ElementInfo> elements) {}

    record ElementInfo(String name, boolean repeating, List<String> types) {}

    static Map<String, ClassInfo> read(String resource) {
        try (InputStream stream = ModelInfo.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The model info " + resource + " is not on the class path");
            }
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            ModelInfo info = new ModelInfo();
            info.read(factory.createXMLStreamReader(new BufferedInputStream(stream, 1 << 16)));
            return info.classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The model info " + resource + " cannot be read", e);
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(xml.getLocalName());
            }
        }
    }

    private void start(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "typeInfo" -> {
                className = attribute(xml, "name");
                base = local(attribute(xml, "baseType"));
                elements = new ArrayList<>();
            }
            case "element" -> {
                elementName = attribute(xml, "name");
                repeating = false;
                elementTypes = new ArrayList<>();
                addType(attribute(xml, "elementType"));
            }
            case "elementTypeSpecifier" -> {
                repeating |= "ListTypeSpecifier".equals(xml.getAttributeValue(SCHEMA_INSTANCE, "type"));
                addType(attribute(xml, "elementType"));
                addType(attribute(xml, "name"));
            }
            case "choice" -> addType(attribute(xml, "name"));
            default -> {
                // Bindings, search parameters and conversions say nothing about the shape.
            }
        }
    }

    private void end(String name) {
        if (name.equals("element")) {
            elements.add(new ElementInfo(elementName, repeating, List.copyOf(elementTypes)));
            elementTypes = new ArrayList<>();
        } else if (name.equals("typeInfo")) {
            classes.put(className, new ClassInfo(className, base, elements));
        }
    }

    private void addType(String name) {
        if (!name.isEmpty()) {
            elementTypes.add(local(name));
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        @Nullable String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static String local(String name) {
        return name.startsWith(QUALIFIER) ? name.substring(QUALIFIER.length()) : name;
    }
}
