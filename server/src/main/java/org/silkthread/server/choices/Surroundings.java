package org.silkthread.server.choices;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.choices.Nearness.Band;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Level;
import org.silkthread.server.directory.Location;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.directory.OrganisationSearch;
import org.springframework.stereotype.Component;

/**
 * Tells how near providers are to a postcode, a town or a region. A distance is given only where the register holds the
 * position of both places; a postcode's own position is taken from the organisations in its district.
 */
@Component
public class Surroundings {

    private static final Pattern POSTCODE = Pattern.compile("([A-Z]{1,2})([0-9][A-Z0-9]?)( ?[0-9][A-Z]{2})?");

    private final Directory directory;
    private final Clock clock;

    Surroundings(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * How near any provider is to a place.
     *
     * @param near a postcode or its first part, a town or a region; blank when nearness does not matter
     */
    public Function<Organisation, Nearness> of(String near) {
        if (near.isBlank()) {
            return provider -> Nearness.in(Band.ALL);
        }
        Matcher postcode = POSTCODE.matcher(near.strip().toUpperCase(Locale.ROOT));
        return postcode.matches() ? ofPostcode(postcode.group(1), postcode.group(2)) : ofName(near.strip());
    }

    private Function<Organisation, Nearness> ofPostcode(String area, String number) {
        Optional<Location> centre = centre(area + number);
        if (centre.isPresent()) {
            return provider -> provider.location()
                    .map(location -> new Nearness(Band.MEASURED, Optional.of(location.milesTo(centre.get()))))
                    .orElse(Nearness.in(Band.UNMEASURED));
        }
        return provider -> Nearness.in(byPostcode(provider, area, number));
    }

    private static Band byPostcode(Organisation provider, String area, String number) {
        return provider.postcode()
                .map(code -> POSTCODE.matcher(code.toUpperCase(Locale.ROOT)))
                .filter(Matcher::matches)
                .filter(code -> code.group(1).equals(area))
                .map(code -> code.group(2).equals(number) ? Band.SAME_DISTRICT : Band.SAME_AREA)
                .orElse(Band.ELSEWHERE);
    }

    private Optional<Location> centre(String district) {
        List<Location> known = found(district, Optional.empty()).stream()
                .filter(place -> place.postcode()
                        .map(code -> code.toUpperCase(Locale.ROOT).startsWith(district + " "))
                        .orElse(false))
                .flatMap(place -> place.location().stream())
                .toList();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(new Location(
                        known.stream().mapToDouble(Location::latitude).average().orElseThrow(),
                        known.stream()
                                .mapToDouble(Location::longitude)
                                .average()
                                .orElseThrow()));
    }

    private Function<Organisation, Nearness> ofName(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        Set<String> inAreas = new HashSet<>();
        directory.types().stream()
                .filter(type -> type.level() == Level.REGION || type.level() == Level.SYSTEM)
                .flatMap(type -> found(name, Optional.of(type.code())).stream())
                .forEach(area -> inAreas.addAll(directory.descendants(area.code(), UkTime.today(clock))));
        return provider -> {
            boolean inAddress = provider.name().toLowerCase(Locale.ROOT).contains(wanted)
                    || provider.address().stream()
                            .anyMatch(line -> line.toLowerCase(Locale.ROOT).contains(wanted));
            return Nearness.in(inAddress || inAreas.contains(provider.code()) ? Band.MATCHES : Band.ELSEWHERE);
        };
    }

    private List<Organisation> found(String text, Optional<String> type) {
        return directory
                .search(new OrganisationSearch(text, type, Optional.empty(), true, 1, OrganisationSearch.LARGEST_PAGE))
                .organisations();
    }
}
