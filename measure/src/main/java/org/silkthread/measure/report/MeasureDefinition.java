package org.silkthread.measure.report;

import java.util.List;
import java.util.Optional;

/**
 * A FHIR R4 Measure as far as results depend on it.
 *
 * @param id logical id; empty when it has none
 * @param url canonical address; empty when it has none
 * @param version business version; empty when it has none
 * @param name computer-friendly name; empty when it has none
 * @param libraries canonical addresses of its libraries, the first being the one that its criteria name
 * @param scoring of the whole measure, when it is said there
 * @param problems what is wrong with the Measure; a measure without problems has an empty list
 */
public record MeasureDefinition(
        String id,
        String url,
        String version,
        String name,
        String title,
        List<String> libraries,
        Optional<Scoring> scoring,
        Optional<ImprovementNotation> improvementNotation,
        List<GroupDefinition> groups,
        List<SupplementalData> supplementalData,
        List<MeasureProblem> problems) {

    /** The canonical address with its version, as MeasureReports refer to it; the id where there is no address. */
    public String canonical() {
        if (url.isEmpty()) {
            return "Measure/" + id;
        }
        return version.isEmpty() ? url : url + '|' + version;
    }

    /** The name, or the id where there is none. */
    public String label() {
        return name.isEmpty() ? id : name;
    }
}
