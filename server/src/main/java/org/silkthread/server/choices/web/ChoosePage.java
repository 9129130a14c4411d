package org.silkthread.server.choices.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.silkthread.server.choices.Nearness;
import org.silkthread.server.choices.Surroundings;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.directory.ServiceLine;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.FormProblem;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Composes the list of every provider of a service. */
@Component
class ChoosePage {

    private final Surroundings surroundings;

    ChoosePage(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * The page.
     *
     * @param problem what is wrong with the choice; blank for nothing
     */
    ChooseView view(
            ServiceLine service, String near, List<Organisation> providers, List<Organisation> picked, String problem) {
        Function<Organisation, Nearness> nearness = surroundings.of(near);
        Map<Nearness.Band, List<Near>> bands = new EnumMap<>(Nearness.Band.class);
        for (Organisation provider : providers) {
            Near placed = new Near(provider, nearness.apply(provider));
            bands.computeIfAbsent(placed.nearness().band(), band -> new ArrayList<>())
                    .add(placed);
        }
        return new ChooseView(
                service.name(),
                service.code(),
                near,
                howMany(providers),
                order(near, bands),
                "/compare?near=" + UriUtils.encode(near, StandardCharsets.UTF_8),
                bands.entrySet().stream()
                        .map(band -> band(band.getKey(), band.getValue(), picked))
                        .toList(),
                problem.isBlank() ? List.of() : List.of(new FormProblem(firstId(bands), problem)));
    }

    private record Near(Organisation provider, Nearness nearness) {}

    private static ChooseView.Band band(Nearness.Band band, List<Near> providers, List<Organisation> picked) {
        return new ChooseView.Band(
                band.heading(),
                providers.stream()
                        .sorted(Comparator.comparing(
                                near -> near.nearness().miles().orElse(Double.MAX_VALUE)))
                        .map(near -> option(near, picked.contains(near.provider())))
                        .toList());
    }

    private static ChooseView.Option option(Near near, boolean picked) {
        Organisation provider = near.provider();
        List<String> about = new ArrayList<>();
        about.add(provider.type().name());
        town(provider).ifPresent(about::add);
        near.nearness()
                .miles()
                .ifPresent(miles ->
                        about.add("about " + Wording.counted(Math.max(1, Math.round(miles)), "mile", "miles")
                                + " away in a straight line"));
        return new ChooseView.Option(id(provider), provider.code(), provider.name(), String.join(", ", about), picked);
    }

    /** The last line of the address, which is the town or the county, with the postcode. */
    private static Optional<String> town(Organisation provider) {
        List<String> parts = new ArrayList<>();
        if (!provider.address().isEmpty()) {
            parts.add(provider.address().getLast());
        }
        provider.postcode().ifPresent(parts::add);
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", parts));
    }

    private static String howMany(List<Organisation> providers) {
        return providers.isEmpty()
                ? "We know of no provider of this service."
                : Wording.counted(providers.size(), "provider offers", "providers offer") + " this service.";
    }

    private static String order(String near, Map<Nearness.Band, List<Near>> bands) {
        if (near.isBlank()) {
            return "They are listed by name.";
        }
        if (bands.containsKey(Nearness.Band.MEASURED)) {
            return "They are listed with the nearest to " + near + " first.";
        }
        boolean found = bands.containsKey(Nearness.Band.MATCHES)
                || bands.containsKey(Nearness.Band.SAME_AREA)
                || bands.containsKey(Nearness.Band.SAME_DISTRICT);
        return found
                ? "Those in or near " + near + " are listed first. We do not know exact distances."
                : "We found none in or near '" + near + "', so they are all listed by name.";
    }

    private static String firstId(Map<Nearness.Band, List<Near>> bands) {
        return bands.values().stream()
                .flatMap(List::stream)
                .findFirst()
                .map(near -> id(near.provider()))
                .orElse("");
    }

    private static String id(Organisation provider) {
        return "organisation-" + provider.code();
    }
}
