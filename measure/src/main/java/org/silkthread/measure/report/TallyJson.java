package org.silkthread.measure.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tallies as JSON text, to keep them between runs and to send them between machines. Nothing is lost. */
public final class TallyJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TallyJson() {}

    public static String write(RunTally run) {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode measures = node.putArray("measures");
        run.measures().forEach(measure -> measure(measures.addObject(), measure));
        return JSON.writeValueAsString(node);
    }

    /**
     * Reads a tally of a run.
     *
     * @throws IllegalArgumentException when the text is no tally of the same measures
     */
    public static RunTally read(String text, List<MeasureDefinition> measures) {
        RunTally run = RunTally.empty(measures);
        JsonNode node = JSON.readTree(text);
        JsonNode all = node.path("measures");
        if (!all.isArray() || all.size() != run.measures().size()) {
            throw new IllegalArgumentException(
                    "The tally is not one of these " + run.measures().size() + " measures");
        }
        for (int i = 0; i < all.size(); i++) {
            readMeasure(all.get(i), run.measure(i));
        }
        return run;
    }

    private static void measure(ObjectNode node, MeasureTally tally) {
        node.put("measure", tally.measure().canonical());
        node.put("patients", tally.patients());
        node.put("patientsWithErrors", tally.patientsWithErrors());
        errors(node.putArray("errors"), tally.errors());
        node.put("patientsWithNotes", tally.notes().patients());
        errors(node.putArray("notes"), tally.notes().first());
        ArrayNode groups = node.putArray("groups");
        tally.groups().forEach(group -> group(groups.addObject(), group));
        ArrayNode composites = node.putArray("composites");
        tally.composites().forEach(composite -> composite(composites.addObject(), composite));
        ArrayNode supplemental = node.putArray("supplemental");
        tally.supplemental().forEach(data -> {
            ArrayNode values = supplemental.addArray();
            data.patients()
                    .forEach((value, number) -> values.addArray()
                            .add(value.system())
                            .add(value.code())
                            .add(value.display())
                            .add(number));
        });
    }

    private static void readMeasure(JsonNode node, MeasureTally tally) {
        if (!node.path("measure").asString("").equals(tally.measure().canonical())) {
            throw new IllegalArgumentException("The tally is of " + node.path("measure") + ", not of "
                    + tally.measure().canonical());
        }
        tally.countPatients(node.path("patients").asLong());
        tally.countErrors(node.path("patientsWithErrors").asLong());
        for (JsonNode error : node.path("errors")) {
            tally.keep(error(error));
        }
        tally.notes().countPatients(node.path("patientsWithNotes").asLong());
        node.path("notes").forEach(note -> tally.notes().keep(error(note)));
        for (int i = 0; i < tally.groups().size(); i++) {
            readGroup(node.path("groups").get(i), tally.group(i));
        }
        for (int i = 0; i < tally.composites().size(); i++) {
            readComposite(node.path("composites").get(i), tally.composites().get(i));
        }
        for (int i = 0; i < tally.supplemental().size(); i++) {
            for (JsonNode value : node.path("supplemental").get(i)) {
                tally.supplemental()
                        .get(i)
                        .add(
                                new SupplementalTally.Value(
                                        value.get(0).asString(),
                                        value.get(1).asString(),
                                        value.get(2).asString()),
                                value.get(3).asLong());
            }
        }
    }

    private static void errors(ArrayNode target, Iterable<PatientError> errors) {
        errors.forEach(error ->
                target.addArray().add(error.patientId()).add(error.definition()).add(error.message()));
    }

    private static PatientError error(JsonNode node) {
        return new PatientError(
                node.get(0).asString(), node.get(1).asString(), node.get(2).asString());
    }

    private static void group(ObjectNode node, GroupTally tally) {
        populations(node, tally.total());
        ArrayNode strata = node.putArray("strata");
        for (int s = 0; s < tally.group().stratifiers().size(); s++) {
            ArrayNode values = strata.addArray();
            for (Map.Entry<StratumValue, PopulationTally> stratum :
                    tally.strata(s).entrySet()) {
                ObjectNode one = values.addObject();
                ArrayNode value = one.putArray("value");
                stratum.getKey().components().forEach(value::add);
                populations(one, stratum.getValue());
            }
        }
    }

    private static void readGroup(JsonNode node, GroupTally tally) {
        readPopulations(node, tally.total());
        for (int s = 0; s < tally.group().stratifiers().size(); s++) {
            for (JsonNode stratum : node.path("strata").get(s)) {
                List<String> value = new ArrayList<>();
                stratum.path("value").forEach(component -> value.add(component.asString()));
                readPopulations(stratum, tally.stratum(s, new StratumValue(List.copyOf(value))));
            }
        }
    }

    private static void populations(ObjectNode node, PopulationTally tally) {
        ArrayNode counts = node.putArray("counts");
        ArrayNode observations = node.putArray("observations");
        for (int i = 0; i < tally.group().populations().size(); i++) {
            counts.add(tally.count(i));
            Optional<ObservationTally> observed = tally.observations(i);
            if (observed.isPresent()) {
                observation(observations.addObject(), observed.get());
            } else {
                observations.addNull();
            }
        }
    }

    private static void readPopulations(JsonNode node, PopulationTally tally) {
        for (int i = 0; i < tally.group().populations().size(); i++) {
            tally.addCount(i, node.path("counts").get(i).asLong());
            Optional<ObservationTally> observed = tally.observations(i);
            if (observed.isPresent()) {
                readObservation(node.path("observations").get(i), observed.get());
            }
        }
    }

    private static void observation(ObjectNode node, ObservationTally tally) {
        ObservationTally.Sums sums = tally.sums();
        node.put("count", sums.count());
        node.put("sum", sums.sum().toString());
        node.put("squares", sums.squares().toString());
        if (sums.minimum() != null && sums.maximum() != null) {
            node.put("minimum", sums.minimum().toString());
            node.put("maximum", sums.maximum().toString());
        }
        ArrayNode units = node.putArray("units");
        tally.units().forEach(units::add);
        ArrayNode frequencies = node.putArray("frequencies");
        tally.frequencies()
                .forEach((value, times) ->
                        frequencies.addArray().add(value.toString()).add(times));
    }

    private static void readObservation(JsonNode node, ObservationTally tally) {
        tally.add(new ObservationTally.Sums(
                node.path("count").asLong(),
                new BigDecimal(node.path("sum").asString()),
                new BigDecimal(node.path("squares").asString()),
                decimal(node, "minimum"),
                decimal(node, "maximum")));
        node.path("units").forEach(unit -> tally.addUnit(unit.asString()));
        for (JsonNode frequency : node.path("frequencies")) {
            tally.addFrequency(
                    new BigDecimal(frequency.get(0).asString()),
                    frequency.get(1).asLong());
        }
    }

    private static @Nullable BigDecimal decimal(JsonNode node, String field) {
        return node.has(field) ? new BigDecimal(node.path(field).asString()) : null;
    }

    private static void composite(ObjectNode node, CompositeTally tally) {
        ArrayNode components = node.putArray("components");
        for (int i = 0; i < tally.group().components().size(); i++) {
            components.addArray().add(tally.met(i)).add(tally.eligible(i));
        }
        ArrayNode patients = node.putArray("patients");
        tally.patients()
                .forEach((opportunities, number) -> patients.addArray()
                        .add(opportunities.met())
                        .add(opportunities.eligible())
                        .add(number));
    }

    private static void readComposite(JsonNode node, CompositeTally tally) {
        for (int i = 0; i < tally.group().components().size(); i++) {
            JsonNode component = node.path("components").get(i);
            tally.addComponent(i, component.get(0).asLong(), component.get(1).asLong());
        }
        for (JsonNode patient : node.path("patients")) {
            tally.addPatients(
                    new CompositeTally.Opportunities(
                            patient.get(0).asLong(), patient.get(1).asLong()),
                    patient.get(2).asLong());
        }
    }
}
