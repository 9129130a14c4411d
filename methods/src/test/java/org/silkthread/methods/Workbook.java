package org.silkthread.methods;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The sheets of an Office Open XML workbook (ECMA-376), read as text: all that reference tables need. */
public final class Workbook {

    private final Map<String, Document> parts = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    private Workbook(ZipFile zip) throws IOException {
        for (ZipEntry entry : zip.stream()
                .filter(part ->
                        part.getName().endsWith(".xml") || part.getName().endsWith(".rels"))
                .toList()) {
            parts.put(entry.getName(), parsed(zip, entry));
        }
        for (Element text : elements(part("xl/sharedStrings.xml").getDocumentElement(), "si")) {
            texts.add(text.getTextContent());
        }
    }

    /** The rows of a sheet of {@code shared/data/<name>} by the names in its first row; empty cells are empty text. */
    public static List<Map<String, String>> rows(String name, String sheet) {
        try (ZipFile zip = new ZipFile(SharedData.file(name).toFile())) {
            return new Workbook(zip).rows(sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Map<String, String>> rows(String sheet) {
        List<Element> lines = elements(sheet(sheet).getDocumentElement(), "row");
        Map<String, String> names = cells(lines.getFirst());
        List<Map<String, String>> rows = new ArrayList<>();
        for (Element line : lines.subList(1, lines.size())) {
            Map<String, String> cells = cells(line);
            Map<String, String> row = new HashMap<>();
            names.forEach((place, name) -> row.put(name, cells.getOrDefault(place, "")));
            if (row.values().stream().anyMatch(cell -> !cell.isEmpty())) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Document sheet(String name) {
        String relation = elements(part("xl/workbook.xml").getDocumentElement(), "sheet").stream()
                .filter(sheet -> sheet.getAttribute("name").equals(name))
                .findFirst()
                .orElseThrow()
                .getAttribute("r:id");
        String target = elements(part("xl/_rels/workbook.xml.rels").getDocumentElement(), "Relationship").stream()
                .filter(found -> found.getAttribute("Id").equals(relation))
                .findFirst()
                .orElseThrow()
                .getAttribute("Target");
        return part("xl/" + target);
    }

    private Document part(String name) {
        Document part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("The workbook has no part " + name);
        }
        return part;
    }

    private Map<String, String> cells(Element line) {
        Map<String, String> cells = new HashMap<>();
        for (Element cell : elements(line, "c")) {
            List<Element> values = elements(cell, "v");
            if (!values.isEmpty()) {
                String value = values.getFirst().getTextContent();
                String place = cell.getAttribute("r").replaceAll("[0-9]", "");
                cells.put(place, cell.getAttribute("t").equals("s") ? texts.get(Integer.parseInt(value)) : value);
            }
        }
        return cells;
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Document parsed(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(in);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }
}
