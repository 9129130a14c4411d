package org.silkthread.server.indicators.web.opendata;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.silkthread.server.indicators.web.document.DataLicence;
import org.silkthread.server.indicators.web.document.FigureColumn;
import org.silkthread.server.indicators.web.document.FigureDocument;
import org.silkthread.server.indicators.web.document.IndicatorColumn;
import org.silkthread.server.indicators.web.document.IndicatorDocument;
import org.silkthread.server.web.component.Csv;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Open data: the page that explains it and the files, which are written while they are read. */
@Controller
class OpenDataPages {

    private static final int KEPT_MINUTES = 10;

    private final PublishedFigures published;
    private final OpenDataWords words;
    private final JsonMapper json;
    private final Clock clock;

    OpenDataPages(PublishedFigures published, OpenDataWords words, JsonMapper json, Clock clock) {
        this.published = published;
        this.words = words;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/open-data")
    String page(Model model) {
        model.addAttribute("view", words.view());
        return "opendata/opendata";
    }

    @GetMapping("/open-data/figures.csv")
    void figuresAsCsv(HttpServletRequest request, HttpServletResponse response) throws IOException {
        download(response, "figures.csv", "text/csv");
        if (isHead(request)) {
            return;
        }
        Lines lines = new Lines(response);
        lines.write(Csv.line(FigureColumn.headings()));
        published.forEach(figure -> lines.write(Csv.line(FigureColumn.line(FigureDocument.of(figure)))));
        lines.flush();
    }

    @GetMapping("/open-data/indicators.csv")
    void indicatorsAsCsv(HttpServletRequest request, HttpServletResponse response) throws IOException {
        download(response, "indicators.csv", "text/csv");
        if (isHead(request)) {
            return;
        }
        Lines lines = new Lines(response);
        lines.write(Csv.line(IndicatorColumn.headings()));
        published
                .definitions()
                .forEach(definition -> lines.write(Csv.line(IndicatorColumn.line(IndicatorDocument.of(definition)))));
        lines.flush();
    }

    @GetMapping("/open-data/figures.json")
    void figuresAsJson(HttpServletRequest request, HttpServletResponse response) throws IOException {
        download(response, "figures.json", "application/json");
        if (isHead(request)) {
            return;
        }
        try (JsonGenerator out = json.createGenerator(response.getOutputStream())) {
            out.writeStartObject();
            out.writePOJOProperty("licence", DataLicence.NAME);
            out.writePOJOProperty("licenceAddress", DataLicence.ADDRESS);
            out.writePOJOProperty("attribution", DataLicence.ATTRIBUTION);
            out.writePOJOProperty("writtenAt", clock.instant());
            out.writePOJOProperty("suppression", words.suppression());
            out.writeArrayPropertyStart("indicators");
            published.definitions().forEach(definition -> out.writePOJO(IndicatorDocument.of(definition)));
            out.writeEndArray();
            out.writeArrayPropertyStart("figures");
            published.forEach(figure -> out.writePOJO(FigureDocument.of(figure)));
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    private static void download(HttpServletResponse response, String name, String type) {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(Duration.ofMinutes(KEPT_MINUTES))
                        .cachePublic()
                        .getHeaderValue());
    }

    private static boolean isHead(HttpServletRequest request) {
        return HttpMethod.HEAD.matches(request.getMethod());
    }

    /** Lines that go straight to the reader. */
    private static final class Lines {

        private final Writer out;

        Lines(HttpServletResponse response) throws IOException {
            out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        }

        void write(String line) {
            try {
                out.write(line);
            } catch (IOException e) {
                throw new UncheckedIOException("The reader has gone", e);
            }
        }

        void flush() throws IOException {
            out.flush();
        }
    }
}
