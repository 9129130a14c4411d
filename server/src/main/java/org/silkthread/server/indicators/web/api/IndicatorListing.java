package org.silkthread.server.indicators.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.web.document.IndicatorColumn;
import org.silkthread.server.indicators.web.document.IndicatorDocument;

/** A part of the list of definitions. */
@Schema(name = "Indicators", description = "A part of the list of definitions")
record IndicatorListing(
        @Schema(description = "How many definitions there are in all")
        int total,

        int limit,
        int offset,

        @Schema(
                types = {"string", "null"},
                implementation = String.class,
                description = "The address of the next part")
        Optional<String> next,

        List<IndicatorDocument> indicators)
        implements CsvRows {

    static IndicatorListing of(List<IndicatorDefinition> all, Slice slice, String address) {
        return new IndicatorListing(
                all.size(),
                slice.limit(),
                slice.offset(),
                slice.nextAddress(all.size(), address),
                slice.of(all).map(IndicatorDocument::of).toList());
    }

    @Override
    public List<String> columns() {
        return IndicatorColumn.headings();
    }

    @Override
    public Stream<List<String>> rows() {
        return indicators.stream().map(IndicatorColumn::line);
    }
}
