package org.silkthread.server.improvement;

import java.time.LocalDate;

/**
 * What a project is about. No part is blank.
 *
 * @param team who does it
 * @param aim what is to be better, by how much and by when
 * @param indicator the id of the indicator that it is measured by
 */
public record Description(String title, String team, String aim, String indicator, LocalDate startedOn) {

    public Description {
        if (title.isBlank() || team.isBlank() || aim.isBlank() || indicator.isBlank()) {
            throw new IllegalArgumentException("A project has a title, a team, an aim and a measure");
        }
    }
}
