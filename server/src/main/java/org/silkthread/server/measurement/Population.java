package org.silkthread.server.measurement;

import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.store.PopulationStore;
import org.springframework.stereotype.Component;

/** The population store of this server, and whose patients are in it. */
@Component
class Population {

    private final MeasurementSettings settings;

    Population(MeasurementSettings settings) {
        this.settings = settings;
    }

    boolean exists() {
        return settings.folder().filter(PopulationStore::exists).isPresent();
    }

    /**
     * The store as it is now; the caller closes it.
     *
     * @throws Refused when the server has none
     */
    PopulationStore open() {
        return settings.folder()
                .filter(PopulationStore::exists)
                .map(folder -> PopulationStore.open(folder, FhirModel.r4()))
                .orElseThrow(() -> new Refused("This server has no population to measure."));
    }

    /** What the content of the store is told by. */
    String digest() {
        try (PopulationStore store = open()) {
            return store.digest();
        }
    }

    /** The code of the organisation whose patients they are. */
    String organisation() {
        return settings.organisation();
    }
}
