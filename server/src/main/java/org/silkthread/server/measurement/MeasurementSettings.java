package org.silkthread.server.measurement;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the server measures.
 *
 * @param content files and folders with measures, libraries and value sets; empty for none
 * @param population the folder of the population store; blank when the server has none
 * @param organisation the code of the organisation whose patients the store holds; {@code ENG} for the country
 * @param threads how many threads a calculation uses
 * @param parts how many parts a calculation is cut into: what is done of one is lost when the server stops
 * @param openCql whether anybody may evaluate CQL that reads no data, as conformance tests do; never on a public server
 */
@ConfigurationProperties("silkthread.measurement")
public record MeasurementSettings(
        @DefaultValue List<Path> content,
        @DefaultValue("") String population,
        @DefaultValue(COUNTRY) String organisation,
        @DefaultValue("1") int threads,
        @DefaultValue("64") int parts,
        @DefaultValue("false") boolean openCql) {

    /** The code of the country. */
    static final String COUNTRY = "ENG";

    public MeasurementSettings {
        content = List.copyOf(content);
        if (threads < 1 || parts < 1) {
            throw new IllegalArgumentException("A calculation has at least one thread and one part");
        }
    }

    /** The folder of the population store; empty when the server has none. */
    Optional<Path> folder() {
        return population.isBlank() ? Optional.empty() : Optional.of(Path.of(population));
    }
}
