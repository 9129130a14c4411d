package org.silkthread.server.audit;

/** What came of reading the whole trail and computing each hash again. */
public sealed interface Verification {

    /**
     * Every entry is as it was written. Whoever keeps the head elsewhere can also tell later that no entries were cut
     * off the end.
     *
     * @param count how many entries there are
     * @param head the hash of the last one, in hexadecimal
     */
    record Intact(long count, String head) implements Verification {}

    /**
     * An entry was altered, removed or put in.
     *
     * @param atSequence the first place at which the chain does not hold
     * @param why what does not hold there, in words
     */
    record Broken(long atSequence, String why) implements Verification {}
}
