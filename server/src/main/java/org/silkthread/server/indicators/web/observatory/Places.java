package org.silkthread.server.indicators.web.observatory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Level;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.directory.OrganisationSearch;
import org.silkthread.server.directory.OrganisationType;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.reading.Parameters;
import org.silkthread.server.web.component.Choice;
import org.springframework.stereotype.Component;

/** Narrows figures to a region or a peer group, and offers the regions, levels and peer groups there are. */
@Component
class Places {

    /** The levels whose figures can be put beside each other. */
    static final List<Level> LEVELS = List.of(Level.ORGANISATION, Level.NETWORK, Level.SYSTEM, Level.REGION);

    private final Directory directory;
    private final Clock clock;

    Places(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * The figures of organisations in a region and of a type.
     *
     * @param region the code of the region; blank for all
     * @param type the code of the type; blank for all
     */
    List<Figure> narrow(List<Figure> figures, String region, String type) {
        List<Figure> inRegion = region.isBlank() ? figures : within(figures, region);
        if (type.isBlank()) {
            return inRegion;
        }
        Set<String> ofType = organisations(inRegion).stream()
                .filter(place -> place.type().code().equals(type))
                .map(Organisation::code)
                .collect(Collectors.toSet());
        return inRegion.stream()
                .filter(figure -> ofType.contains(figure.id().organisation()))
                .toList();
    }

    private List<Figure> within(List<Figure> figures, String region) {
        Set<String> below = directory.descendants(requireRegion(region).code(), UkTime.today(clock));
        return figures.stream()
                .filter(figure -> below.contains(figure.id().organisation()))
                .toList();
    }

    /** The region of this code. */
    Organisation requireRegion(String code) {
        return regions().stream()
                .filter(region -> region.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Parameters.refused("region", code, "the code of a region, such as Y58"));
    }

    List<Choice> regionChoices(String chosen) {
        List<Choice> choices = new ArrayList<>();
        choices.add(Choice.of("", "All of England").chosenIf(chosen.isBlank()));
        regions()
                .forEach(region -> choices.add(Choice.of(region.code(), region.name())
                        .chosenIf(region.code().equals(chosen))));
        return choices;
    }

    List<Choice> levelChoices(Level chosen) {
        return LEVELS.stream()
                .map(level -> Choice.of(Parameters.code(level), words(level)).chosenIf(level == chosen))
                .toList();
    }

    /** The types of the organisations that have figures. */
    List<Choice> peerChoices(Collection<Figure> figures, String chosen) {
        List<Choice> choices = new ArrayList<>();
        choices.add(Choice.of("", "All").chosenIf(chosen.isBlank()));
        organisations(figures).stream()
                .map(Organisation::type)
                .distinct()
                .sorted(Comparator.comparing(OrganisationType::plural))
                .forEach(type -> choices.add(Choice.of(type.code(), type.plural())
                        .chosenIf(type.code().equals(chosen))));
        return choices;
    }

    static Level level(String value) {
        Level level = Parameters.choice(Level.class, "level", value).orElse(Level.ORGANISATION);
        if (!LEVELS.contains(level)) {
            throw Parameters.refused("level", value, "organisation, network, system or region");
        }
        return level;
    }

    static String words(Level level) {
        return switch (level) {
            case ORGANISATION -> "Providers";
            case NETWORK -> "Networks";
            case SYSTEM -> "Systems";
            case REGION -> "Regions";
            default -> throw new IllegalArgumentException("Figures of this level are not compared: " + level);
        };
    }

    private List<Organisation> regions() {
        return directory.types().stream()
                .filter(type -> type.level() == Level.REGION)
                .flatMap(type -> directory
                        .search(new OrganisationSearch(
                                "",
                                Optional.of(type.code()),
                                Optional.empty(),
                                true,
                                1,
                                OrganisationSearch.LARGEST_PAGE))
                        .organisations()
                        .stream())
                .sorted(Comparator.comparing(Organisation::name))
                .toList();
    }

    private Collection<Organisation> organisations(Collection<Figure> figures) {
        return directory
                .findAll(figures.stream()
                        .map(figure -> figure.id().organisation())
                        .collect(Collectors.toSet()))
                .values();
    }
}
