package org.silkthread.measure.content;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cqframework.cql.cql2elm.CqlCompilerOptions;
import org.cqframework.cql.cql2elm.CqlCompilerOptions.Options;
import org.cqframework.cql.cql2elm.LibraryBuilder.SignatureLevel;
import tools.jackson.databind.JsonNode;

/**
 * Options of the translator that change what CQL means. Those that only add to the output (locators, types, signatures)
 * are the engine's needs and always on.
 *
 * @param meaning the options that are set, of those that change the meaning
 */
record TranslationOptions(Set<Options> meaning) {

    private static final String OPTIONS_EXTENSION = "http://hl7.org/fhir/StructureDefinition/cqf-cqlOptions";

    private static final Set<Options> CHANGE_MEANING = EnumSet.of(
            Options.DisableListTraversal,
            Options.DisableListDemotion,
            Options.DisableListPromotion,
            Options.EnableIntervalDemotion,
            Options.EnableIntervalPromotion,
            Options.DisableMethodInvocation,
            Options.RequireFromKeyword);

    /** How published measure libraries are made: lists are neither promoted nor demoted. */
    static final TranslationOptions USUAL =
            new TranslationOptions(EnumSet.of(Options.DisableListDemotion, Options.DisableListPromotion));

    /** The options that a Library resource was published with, as its cqlOptions parameters state them. */
    static Optional<TranslationOptions> of(JsonNode libraryResource) {
        boolean stated = values(libraryResource.path("extension"))
                .anyMatch(extension -> extension.path("url").asString("").equals(OPTIONS_EXTENSION));
        if (!stated) {
            return Optional.empty();
        }
        List<String> names = values(libraryResource.path("contained"))
                .filter(contained -> contained.path("resourceType").asString("").equals("Parameters"))
                .flatMap(contained -> values(contained.path("parameter")))
                .filter(parameter -> parameter.path("name").asString("").equals("option"))
                .map(parameter -> parameter.path("valueString").asString(""))
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(named(names));
    }

    /** The options that ELM was made with, as the translator notes them. */
    static Optional<TranslationOptions> ofElm(JsonNode elm) {
        return values(elm.path("annotation"))
                .map(annotation -> annotation.path("translatorOptions").asString(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> named(List.of(text.split(","))));
    }

    private static TranslationOptions named(Collection<String> names) {
        EnumSet<Options> found = EnumSet.noneOf(Options.class);
        CHANGE_MEANING.stream().filter(option -> names.contains(option.name())).forEach(found::add);
        return new TranslationOptions(found);
    }

    private static Stream<JsonNode> values(JsonNode array) {
        return StreamSupport.stream(array.values().spliterator(), false);
    }

    CqlCompilerOptions compilerOptions() {
        EnumSet<Options> all = EnumSet.of(Options.EnableLocators, Options.EnableResultTypes);
        all.addAll(meaning);
        CqlCompilerOptions options = new CqlCompilerOptions(all.toArray(Options[]::new));
        options.setSignatureLevel(SignatureLevel.All);
        return options;
    }
}
