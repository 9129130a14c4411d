package org.silkthread.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Check 33 in part: whatever the program can record has words that people can read. */
class AuditVocabularyTest {

    private static final Path CLASSES = Path.of("target/classes/org/silkthread/server");
    private static final Pattern ACTION = Pattern.compile(
            "(access|accounts|audit|choices|dashboards|directory|disclosure|feeds|identity|imports|improvement|indicators|keys"
                    + "|measurement|operations|payment|persons|publication|regulation|requests|satisfaction|waiting)"
                    + "\\.[a-z][a-z-]*(\\.[a-z][a-z-]*)*");

    /** Names of files have the same form. */
    private static final Pattern FILE = Pattern.compile(".*\\.(csv|json|md|ndjson)");

    @Test
    void every_action_that_the_program_names_is_in_the_vocabulary() throws IOException {
        Map<String, String> unknown = new TreeMap<>();
        int known = 0;
        for (Path file : classFiles()) {
            for (String constant : constants(file)) {
                if (!ACTION.matcher(constant).matches()
                        || FILE.matcher(constant).matches()) {
                    continue;
                }
                if (AuditVocabulary.of(constant).isPresent()) {
                    known++;
                } else {
                    unknown.put(constant, file.getFileName().toString());
                }
            }
        }
        assertThat(unknown).as("Add words for these to AuditVocabulary").isEmpty();
        assertThat(known).isGreaterThan(20);
    }

    @Test
    void every_action_has_one_code_and_words_that_can_follow_a_name() {
        assertThat(AuditVocabulary.ALL.stream().map(AuditAction::code)).doesNotHaveDuplicates();
        assertThat(AuditVocabulary.ALL).allSatisfy(action -> {
            assertThat(action.code()).matches(ACTION);
            assertThat(action.words()).matches("[a-z][^.]*[a-z]");
        });
    }

    @Test
    void given_a_code_of_another_version_then_it_stands_for_itself() {
        AuditEvent event = new AuditEvent(new Actor.Visitor(), "accounts.long-gone", "x", "");
        assertThat(AuditVocabulary.words(event)).isEqualTo("accounts.long-gone");
    }

    private static List<Path> classFiles() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("AuditVocabulary.class"))
                    .toList();
        }
    }

    /** The texts in the constant pool of a class file (JVM specification, 4.4). */
    private static List<String> constants(Path file) throws IOException {
        List<String> texts = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            in.skipNBytes(8);
            int count = in.readUnsignedShort();
            for (int index = 1; index < count; index++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts.add(in.readUTF());
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        index++;
                    }
                    case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    default -> throw new IOException("Unknown tag " + tag + " in " + file);
                }
            }
        }
        return texts;
    }
}
