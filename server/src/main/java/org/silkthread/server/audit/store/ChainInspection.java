package org.silkthread.server.audit.store;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.audit.AuditEntry;
import org.silkthread.server.audit.Fault;
import org.silkthread.server.audit.Seal;
import org.silkthread.server.audit.Verification;

/** One reading of the chain from its start, beside the seals that cover it. */
final class ChainInspection {

    private final List<Seal> seals;
    private Link last = Link.START;
    private int sealsPassed;

    /**
     * @param seals whose signatures hold, in order of the entries they cover
     */
    ChainInspection(List<Seal> seals) {
        this.seals = seals;
    }

    /** Takes in the next row; what is wrong with it, if anything is. */
    Optional<Verification.Broken> next(Entry entry, byte[] statedHash) {
        long expected = last.sequence() + 1;
        if (entry.sequence() != expected) {
            return Optional.of(new Verification.Broken(
                    Fault.MISSING,
                    expected,
                    Optional.empty(),
                    "The entry is missing; the next one there is entry " + entry.sequence()));
        }
        if (!last.isFollowedBy(entry.previousHash())) {
            return broken(Fault.ALTERED, entry, "The entry does not follow from the one before it");
        }
        if (!new Link(expected, entry.hash()).isFollowedBy(statedHash)) {
            return broken(Fault.ALTERED, entry, "The entry was altered after it was written");
        }
        last = new Link(expected, statedHash);
        return sealsHere();
    }

    /** What is wrong at a place that seals cover to, the start included. */
    Optional<Verification.Broken> sealsHere() {
        while (sealsPassed < seals.size() && seals.get(sealsPassed).entries() == last.sequence()) {
            Seal seal = seals.get(sealsPassed);
            if (!seal.head().equals(HexFormat.of().formatHex(last.hash()))) {
                return Optional.of(writtenAnew(seal));
            }
            sealsPassed++;
        }
        return Optional.empty();
    }

    private Verification.Broken writtenAnew(Seal seal) {
        long firstOpen = sealsPassed == 0 ? 1 : seals.get(sealsPassed - 1).entries() + 1;
        return new Verification.Broken(
                Fault.WRITTEN_ANEW,
                Math.min(firstOpen, last.sequence()),
                Optional.empty(),
                "The chain was written anew after seal " + seal.number() + " of " + seal.at()
                        + ", from this entry or one after it up to entry " + seal.entries());
    }

    /** What came of it when there are no more rows. */
    Verification end() {
        if (sealsPassed < seals.size()) {
            Seal seal = seals.getLast();
            return new Verification.Broken(
                    Fault.CUT_OFF,
                    last.sequence() + 1,
                    Optional.empty(),
                    "The trail was cut off before this entry; seal " + seal.number() + " of " + seal.at() + " covers "
                            + seal.entries() + " entries");
        }
        long sealed = seals.isEmpty() ? 0 : seals.getLast().entries();
        return new Verification.Intact(
                last.sequence(), HexFormat.of().formatHex(last.hash()), seals.size(), last.sequence() - sealed);
    }

    private static Optional<Verification.Broken> broken(Fault fault, Entry entry, String why) {
        AuditEntry now = new AuditEntry(
                entry.sequence(), entry.at(), entry.event(), HexFormat.of().formatHex(entry.hash()));
        return Optional.of(new Verification.Broken(fault, entry.sequence(), Optional.of(now), why));
    }
}
