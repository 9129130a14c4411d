package org.silkthread.measure.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A test of the suite.
 *
 * @param file the file's name without its ending
 * @param expression the CQL to evaluate
 * @param output the CQL of the expected value; empty for invalid expressions
 * @param invalid whether the expression must fail to translate or to evaluate
 * @param version the version of CQL that the tested feature came with
 * @param lastVersion the last version of CQL that has the feature; empty when it still has it
 */
record ConformanceCase(
        String file,
        String group,
        String name,
        String expression,
        String output,
        boolean invalid,
        String version,
        String lastVersion) {

    String id() {
        return file + '/' + name;
    }

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern TEST = Pattern.compile("<test\\s");

    /** All tests of a folder, by file and as they stand there. */
    static List<ConformanceCase> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<ConformanceCase> cases = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".xml"))
                    .sorted()
                    .toList()) {
                cases.addAll(readFile(file));
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many tests of a folder's files stand inside XML comments and so are none. */
    static int inComments(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            int found = 0;
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".xml")).toList()) {
                for (MatchResult comment :
                        COMMENT.matcher(Files.readString(file)).results().toList()) {
                    found += (int) TEST.matcher(comment.group()).results().count();
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ConformanceCase> readFile(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            NodeList tests = factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagName("test");
            String name = file.getFileName().toString().replace(".xml", "");
            List<ConformanceCase> cases = new ArrayList<>();
            for (int i = 0; i < tests.getLength(); i++) {
                cases.add(read(name, (Element) tests.item(i)));
            }
            return cases;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is not XML", e);
        }
    }

    private static ConformanceCase read(String file, Element test) {
        Element expression = (Element) test.getElementsByTagName("expression").item(0);
        Node output = test.getElementsByTagName("output").item(0);
        String invalid = expression.getAttribute("invalid");
        return new ConformanceCase(
                file,
                ((Element) test.getParentNode()).getAttribute("name"),
                test.getAttribute("name"),
                expression.getTextContent().strip(),
                output == null ? "" : output.getTextContent().strip(),
                !invalid.isEmpty() && !invalid.equals("false"),
                test.getAttribute("version"),
                test.getAttribute("versionTo"));
    }
}
