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
 * @param population the folder of the population store; absent when the server has none
 * @param threads how many threads a calculation uses
 * @param openCql whether anybody may evaluate CQL that reads no data, as conformance tests do; never on a public server
 */
@ConfigurationProperties("silkthread.measurement")
public record MeasurementSettings(
        @DefaultValue List<Path> content,
        Optional<Path> population,
        @DefaultValue("1") int threads,
        @DefaultValue("false") boolean openCql) {}
