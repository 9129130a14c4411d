package org.silkthread.server.indicators.web.api;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silkthread.server.web.component.Csv;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/** Writes {@link CsvRows} for whoever asks for {@code text/csv}. */
@Component
class CsvReplies extends AbstractHttpMessageConverter<CsvRows> {

    static final String CSV = "text/csv;charset=UTF-8";

    CsvReplies() {
        super(new MediaType("text", "csv", StandardCharsets.UTF_8));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return CsvRows.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected CsvRows readInternal(Class<? extends CsvRows> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("Comma-separated values are written here, not read", message);
    }

    @Override
    protected void writeInternal(CsvRows reply, HttpOutputMessage message) throws IOException {
        Writer out = new OutputStreamWriter(message.getBody(), StandardCharsets.UTF_8);
        out.write(Csv.line(reply.columns()));
        try {
            reply.rows().forEach(row -> write(out, row));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.flush();
    }

    private static void write(Writer out, List<String> row) {
        try {
            out.write(Csv.line(row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
