package org.silkthread.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the packaged program says that it is made of, against what is in it. */
class BillOfMaterialsTest {

    private static final Path PROGRAM = SilkProcess.packaged();
    private static final Path BESIDE = PROGRAM.resolveSibling("application.cdx.json");
    private static final Pattern LIBRARY = Pattern.compile("BOOT-INF/lib/([^/]+\\.jar)");
    private static final Pattern CLASSIFIER = Pattern.compile("[?&]classifier=([^&]+)");

    /** The packaging puts in this library of its own, which is a part of Spring Boot, of its version and licence. */
    private static final String PACKAGING = "spring-boot-jarmode-tools-";

    /** Who offers a choice of licences leaves it to us, so one of these is enough. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            // What jaxb2-basics calls the two clauses.
            "BSD-Style License",
            "0BSD",
            "EPL-1.0",
            "EPL-2.0",
            "MPL-1.1",
            "PostgreSQL",
            "CC0-1.0");

    @BeforeEach
    void packagedInFull() {
        assumeTrue(Files.exists(PROGRAM), "The program is not packaged here");
        assumeTrue(
                System.getProperty("quick") == null && Files.exists(BESIDE),
                "A quick or offline build writes no bill of materials; without one, verify fails in the module of the"
                        + " command line");
    }

    @Test
    void check_48_every_library_in_the_program_stands_in_its_bill_with_a_licence_that_is_allowed() throws IOException {
        try (JarFile program = new JarFile(PROGRAM.toFile())) {
            Map<String, Set<String>> licences = licences(billIn(program));
            List<String> libraries = libraries(program);
            assertThat(libraries).hasSizeGreaterThan(100);
            assertThat(libraries.stream().filter(each -> !licences.containsKey(each)))
                    .as("In the program and not in its bill")
                    .isEmpty();
            assertThat(libraries.stream()
                            .filter(each -> Collections.disjoint(licences.getOrDefault(each, Set.of()), ALLOWED))
                            .map(each -> each + " " + licences.get(each)))
                    .as("Under no licence of the list")
                    .isEmpty();
        }
    }

    @Test
    void check_48_the_bill_in_the_program_and_the_one_beside_it_are_the_same() throws IOException {
        try (JarFile program = new JarFile(PROGRAM.toFile())) {
            assertThat(billIn(program)).isEqualTo(JsonMapper.shared().readTree(BESIDE.toFile()));
        }
    }

    private static JsonNode billIn(JarFile program) throws IOException {
        String place = program.getManifest().getMainAttributes().getValue("Sbom-Location");
        assertThat(place).as("Where the program says that its bill is").isNotNull();
        ZipEntry entry = program.getEntry(place);
        assertThat(entry).as(place).isNotNull();
        return JsonMapper.shared().readTree(program.getInputStream(entry));
    }

    private static List<String> libraries(JarFile program) {
        return program.stream()
                .map(entry -> LIBRARY.matcher(entry.getName()))
                .filter(Matcher::matches)
                .map(found -> found.group(1).replace(PACKAGING, "spring-boot-"))
                .toList();
    }

    /** The licences of each component, under the name that its file has. */
    private static Map<String, Set<String>> licences(JsonNode bill) {
        Map<String, Set<String>> licences = new HashMap<>();
        for (JsonNode component : bill.path("components")) {
            Set<String> own = licences.computeIfAbsent(file(component), _ -> new HashSet<>());
            for (JsonNode licence : component.path("licenses")) {
                own.addAll(names(licence));
            }
        }
        return licences;
    }

    private static String file(JsonNode component) {
        Matcher classifier = CLASSIFIER.matcher(component.path("purl").asString());
        return component.path("name").asString()
                + "-" + component.path("version").asString()
                + (classifier.find() ? "-" + classifier.group(1) : "") + ".jar";
    }

    private static List<String> names(JsonNode licence) {
        List<String> names = new ArrayList<>();
        names.add(licence.path("license").path("id").asString(""));
        names.add(licence.path("license").path("name").asString(""));
        names.addAll(List.of(licence.path("expression").asString("").split(" OR ")));
        return names.stream().filter(name -> !name.isBlank()).toList();
    }
}
