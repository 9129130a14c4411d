package org.silkthread.server.choices;

import java.util.List;
import java.util.Optional;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.reading.PeerFunnel;

/**
 * Providers of one service side by side.
 *
 * @param period the financial year that is compared
 * @param providers one to three, in the order in which they were chosen
 * @param measures what is compared
 */
public record Comparison(Period period, List<Provider> providers, List<Measure> measures) {

    public Comparison {
        providers = List.copyOf(providers);
        measures = List.copyOf(measures);
    }

    /**
     * A provider.
     *
     * @param base the frozen figures of its published Quality Account; empty while none is published
     */
    public record Provider(Organisation organisation, Optional<PublishedBase> base) {}

    /**
     * One measure of every provider.
     *
     * @param peers the same measure of all providers, which tells better from worse
     * @param answers one for each provider, in their order
     */
    public record Measure(IndicatorDefinition definition, PeerFunnel peers, List<Answer> answers) {

        public Measure {
            answers = List.copyOf(answers);
        }
    }

    /**
     * One measure of one provider.
     *
     * @param frozen whether the figure is that of the published Quality Account
     */
    public record Answer(Figure figure, boolean frozen) {}
}
