package org.silkthread.server.persons;

import java.util.Set;
import java.util.UUID;

/**
 * Staff of an organisation who look after people together.
 *
 * @param organisation the organisation's code
 * @param labels the privacy labels that their work needs
 */
public record CareTeam(UUID id, String organisation, String name, Set<PrivacyLabel> labels) {

    public CareTeam {
        labels = Set.copyOf(labels);
        if (labels.contains(PrivacyLabel.HIDDEN_BY_PERSON)) {
            throw new IllegalArgumentException("No team sees what a person hides");
        }
    }
}
