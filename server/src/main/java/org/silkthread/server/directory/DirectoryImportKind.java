package org.silkthread.server.directory;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of file that the directory takes. Their layouts are in {@code docs/reference/import-ods.md}. */
public enum DirectoryImportKind {
    /** The Organisation Data Service's NHS trusts, {@code etr.csv}. */
    ODS_TRUSTS("ods-trusts", "NHS trusts: etr.csv of the Organisation Data Service"),
    /** Its practices, {@code epraccur.csv}. */
    ODS_PRACTICES("ods-practices", "GP practices: epraccur.csv of the Organisation Data Service"),
    /** Its memberships of practices over time, {@code epcmem.csv}. */
    ODS_PRACTICE_MEMBERSHIPS(
            "ods-practice-memberships",
            "commissioners of practices over time: epcmem.csv of the Organisation Data Service"),
    /** The map of practices to regions, {@code gp-reg-pat-prac-map.csv}. */
    ODS_PRACTICE_MAP(
            "ods-practice-map", "practices with network, commissioner, system and region: gp-reg-pat-prac-map.csv"),
    /** Organisations of any type in our own layout. */
    ORGANISATIONS("organisations", "organisations of any type, in the layout that the manual describes");

    private final String word;
    private final String description;

    DirectoryImportKind(String word, String description) {
        this.word = word;
        this.description = description;
    }

    /** What the command line calls it. */
    public String word() {
        return word;
    }

    /** One line for a list of kinds. */
    public String description() {
        return description;
    }

    /** The kind that the command line calls so. */
    public static Optional<DirectoryImportKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
