package org.silkthread.server.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.silkthread.server.keys.SigningKey;

/** Whether seals are as they were signed, and the database's the same as those that were kept elsewhere. */
final class SealInspection {

    private final SigningKey key;
    private final Map<Long, Seal> good = new TreeMap<>();
    private Optional<Verification.Broken> fault = Optional.empty();

    SealInspection(SigningKey key) {
        this.key = key;
    }

    /**
     * Takes in the seals of one place. Of two seals with one number the first to come counts.
     *
     * @param where it is, in words
     */
    void add(Collection<Seal> seals, String where) {
        for (Seal seal : seals) {
            String name = "Seal " + seal.number() + " " + where;
            if (!key.isOurs(seal.publicKey())) {
                note(seal, name + " is signed with a key that is not this installation's");
            } else if (!key.verify(seal.text(), new SigningKey.Signed(seal.signature(), seal.publicKey()))) {
                note(seal, name + " is not as it was signed");
            } else if (!good.computeIfAbsent(seal.number(), number -> seal).equals(seal)) {
                note(seal, name + " is not the one that was kept elsewhere");
            }
        }
    }

    /** The first thing that is wrong with a seal, or with one that is missing among them. */
    Optional<Verification.Broken> fault() {
        String previous = Seal.NO_PREVIOUS;
        long number = 1;
        for (Seal seal : good.values()) {
            if (seal.number() != number) {
                note(seal, "Seal " + number + " is missing");
                break;
            }
            if (!seal.previous().equals(previous)) {
                note(seal, "Seal " + number + " does not follow from the one before it");
                break;
            }
            previous = seal.digest();
            number++;
        }
        return fault;
    }

    /** Those that are as they were signed, in order of the entries they cover. */
    List<Seal> inOrder() {
        List<Seal> seals = new ArrayList<>(good.values());
        seals.sort(Comparator.comparingLong(Seal::entries).thenComparingLong(Seal::number));
        return List.copyOf(seals);
    }

    private void note(Seal seal, String why) {
        if (fault.isEmpty()) {
            fault = Optional.of(new Verification.Broken(Fault.SEAL_BROKEN, seal.entries(), Optional.empty(), why));
        }
    }
}
