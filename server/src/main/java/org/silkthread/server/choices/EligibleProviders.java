package org.silkthread.server.choices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Level;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.directory.OrganisationStatus;
import org.silkthread.server.directory.ServiceLine;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.Catalogue;
import org.silkthread.server.indicators.Direction;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.Method;
import org.silkthread.server.indicators.Stage;
import org.springframework.stereotype.Component;

/**
 * Who can be chosen for a service: everyone that the directory says runs it, and everyone that sends figures about it. No
 * provider is left out for being independent, small or bad at it.
 */
@Component
public class EligibleProviders {

    private final Directory directory;
    private final Catalogue catalogue;
    private final Figures figures;
    private final Clock clock;

    EligibleProviders(Directory directory, Catalogue catalogue, Figures figures, Clock clock) {
        this.directory = directory;
        this.catalogue = catalogue;
        this.figures = figures;
        this.clock = clock;
    }

    /** The service lines that have a measure, by name. */
    public List<ServiceLine> services() {
        List<IndicatorDefinition> live = live();
        return directory.serviceLines().stream()
                .filter(line -> live.stream()
                        .anyMatch(definition -> definition.serviceLines().contains(line.code())))
                .toList();
    }

    /** The measures of a service line in use today that can tell better from worse, by title. */
    public List<IndicatorDefinition> measures(String service) {
        return live().stream()
                .filter(definition -> definition.serviceLines().contains(service))
                .filter(definition ->
                        definition.direction() != Direction.NEITHER && definition.method() != Method.COUNT)
                .sorted(Comparator.comparing(IndicatorDefinition::title))
                .toList();
    }

    /** Every provider that is open today, by name. */
    public List<Organisation> of(String service) {
        LocalDate today = UkTime.today(clock);
        Map<String, Organisation> providers = new TreeMap<>();
        directory.running(service, today).forEach(provider -> providers.put(provider.code(), provider));
        for (IndicatorDefinition measure : measures(service)) {
            figures.latestPeriod(measure.id())
                    .map(period ->
                            figures.across(measure.id(), period, Level.ORGANISATION, Audience.everyone()).stream()
                                    .filter(figure -> figure.source().isPresent())
                                    .map(figure -> figure.id().organisation())
                                    .filter(code -> !providers.containsKey(code))
                                    .toList())
                    .map(directory::findAll)
                    .ifPresent(providers::putAll);
        }
        return providers.values().stream()
                .filter(provider -> provider.status() != OrganisationStatus.CLOSED
                        && provider.status() != OrganisationStatus.PROPOSED)
                .filter(provider -> provider.level() == Level.ORGANISATION)
                .sorted(Comparator.comparing(Organisation::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private List<IndicatorDefinition> live() {
        return catalogue.all().stream()
                .filter(definition -> definition.stage() == Stage.LIVE)
                .toList();
    }
}
