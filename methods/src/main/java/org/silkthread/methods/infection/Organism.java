package org.silkthread.methods.infection;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The organisms under mandatory surveillance in England. */
public enum Organism {
    /** Meticillin-resistant Staphylococcus aureus, in blood. */
    MRSA(3, "mrsa"),
    /** Meticillin-sensitive Staphylococcus aureus, in blood. */
    MSSA(3, "mssa"),
    /** Escherichia coli, in blood. */
    E_COLI(3, "ecoli", "escherichiacoli"),
    /** Klebsiella species, in blood. */
    KLEBSIELLA(3, "klebsiella", "klebsiellaspp", "klebsiellasp"),
    /** Pseudomonas aeruginosa, in blood. */
    PSEUDOMONAS(3, "pseudomonas", "pseudomonasaeruginosa", "paeruginosa"),
    /** Clostridioides difficile infection. */
    C_DIFFICILE(4, "cdi", "cdifficile", "clostridioidesdifficile", "clostridiumdifficile");

    private final int firstTrustDay;
    private final List<String> names;

    Organism(int firstTrustDay, String... names) {
        this.firstTrustDay = firstTrustDay;
        this.names = List.of(names);
    }

    /**
     * The organism of a name as surveillance data write it, in any case and punctuation.
     *
     * @param name such as "MRSA", "E. coli", "Klebsiella spp.", "CDI" or "C. difficile"
     * @return nothing when the name is not known
     */
    public static Optional<Organism> named(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return Arrays.stream(values())
                .filter(organism -> organism.names.contains(letters))
                .findFirst();
    }

    /** The day of a stay, counting the day of admission as 1, from which a case counted as the trust's own. */
    int firstTrustDay() {
        return firstTrustDay;
    }
}
