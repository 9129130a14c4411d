package org.silkthread.server.audit;

import java.util.Optional;

/** What came of reading the whole trail, computing each hash again and comparing it with every seal. */
public sealed interface Verification {

    /**
     * Every entry is as it was written.
     *
     * @param count how many entries there are
     * @param head the hash of the last one, in hexadecimal
     * @param seals how many seals agree with it
     * @param unsealed how many entries came after the last seal; whether some were cut off after them cannot be told
     */
    record Intact(long count, String head, long seals, long unsealed) implements Verification {}

    /**
     * The trail is not as it was written.
     *
     * @param fault what is wrong
     * @param atSequence the first place at which the trail does not hold; the first that a broken seal alone covers
     * @param entry what stands there now; empty if nothing does
     * @param why what does not hold there, in words
     */
    record Broken(Fault fault, long atSequence, Optional<AuditEntry> entry, String why) implements Verification {

        /** The whole finding as a sentence or two. */
        public String inWords() {
            return "Entry " + atSequence + ": " + why + "."
                    + entry.map(now -> " It now says: at " + now.at() + ", "
                                    + now.event().action() + " of "
                                    + now.event().subject() + ".")
                            .orElse("");
        }
    }
}
