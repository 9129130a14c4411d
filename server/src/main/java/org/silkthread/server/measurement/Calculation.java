package org.silkthread.server.measurement;

import java.time.Instant;
import java.util.List;
import org.silkthread.server.calendar.Period;

/**
 * Measures calculated over the population of this server, once.
 *
 * @param organisation the code of the organisation whose patients they are
 * @param contentDigest what the content is told by that it was asked for with
 * @param populationDigest what the population is told by that it was asked for with
 * @param askedAt the moment that the measures take for the present
 * @param username who asked for it, as they sign in
 * @param personName who asked for it
 */
public record Calculation(
        long id,
        String organisation,
        Period period,
        List<Choice> measures,
        String contentDigest,
        String populationDigest,
        Instant askedAt,
        String username,
        String personName,
        Progress progress,
        CalculationState state) {

    public Calculation {
        measures = List.copyOf(measures);
    }

    /**
     * A measure that was asked for, or can be.
     *
     * @param measure its canonical address with its version
     */
    public record Choice(String measure, String title) {

        /** The canonical address without the version. */
        public String url() {
            int bar = measure.indexOf('|');
            return bar < 0 ? measure : measure.substring(0, bar);
        }

        /** The version; empty when it has none. */
        public String version() {
            int bar = measure.indexOf('|');
            return bar < 0 ? "" : measure.substring(bar + 1);
        }
    }

    /**
     * How far it is.
     *
     * @param parts how many parts the population is cut into
     * @param done how many of them are done and kept
     * @param patients how many patients were in those
     */
    public record Progress(int parts, int done, long patients) {}
}
