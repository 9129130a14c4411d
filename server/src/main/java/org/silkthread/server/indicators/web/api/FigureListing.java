package org.silkthread.server.indicators.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.web.document.FigureColumn;
import org.silkthread.server.indicators.web.document.FigureDocument;

/** A part of a list of figures. */
@Schema(name = "Figures", description = "A part of a list of figures")
record FigureListing(
        @Schema(description = "How many figures there are in all")
        int total,

        int limit,
        int offset,

        @Schema(
                types = {"string", "null"},
                implementation = String.class,
                description = "The address of the next part")
        Optional<String> next,

        List<FigureDocument> figures)
        implements CsvRows {

    /**
     * The slice of a list.
     *
     * @param address the address of this list with its filters, without limit and offset
     */
    static FigureListing of(List<Figure> all, Slice slice, String address) {
        return new FigureListing(
                all.size(),
                slice.limit(),
                slice.offset(),
                slice.nextAddress(all.size(), address),
                slice.of(all).map(FigureDocument::of).toList());
    }

    @Override
    public List<String> columns() {
        return FigureColumn.headings();
    }

    @Override
    public Stream<List<String>> rows() {
        return figures.stream().map(FigureColumn::line);
    }
}
