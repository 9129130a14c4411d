package org.silkthread.measure.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Resources of patients whose Patient resource no load has brought yet. They are kept, but nobody can measure them until
 * a later load brings it.
 *
 * @param patients how many patients they name
 * @param resources how many they are
 * @param list names the patients with the number of their resources, one JSON object a line; empty when there are none
 */
public record WaitingResources(long patients, long resources, Optional<Path> list) {

    /** Every resource's patient is known. */
    public static final WaitingResources NONE = new WaitingResources(0, 0, Optional.empty());
}
