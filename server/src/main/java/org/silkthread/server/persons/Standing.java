package org.silkthread.server.persons;

import java.util.Optional;
import java.util.Set;
import org.silkthread.server.access.Relationship;

/**
 * How somebody stands to a person at a moment, before the policy has said anything.
 *
 * @param person the record that is shown; the surviving one after a merge
 * @param records this record and those merged into it
 * @param locked whether the person locked it against everybody
 * @param hidden what the person hides
 * @param relationships what ties them to the person; empty for a stranger
 * @param delegation what the person lets them see as a carer
 * @param emergency the record that they opened in an emergency and that is still open
 */
public record Standing(
        PersonId person,
        Set<PersonId> records,
        boolean locked,
        Hidden hidden,
        Set<Relationship> relationships,
        Optional<Delegation> delegation,
        Optional<BrokenGlass> emergency) {

    public Standing {
        records = Set.copyOf(records);
        relationships = Set.copyOf(relationships);
    }
}
