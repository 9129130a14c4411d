package org.silkthread.server.dashboards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.silkthread.server.activity.Item.Kind;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.feeds.Feed;
import org.silkthread.server.feeds.Feeds;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.Importer;
import org.silkthread.server.tabular.Importers;
import org.silkthread.server.tabular.Row;
import org.silkthread.server.tabular.RowProblems;
import org.silkthread.server.tabular.TabularFile;
import org.silkthread.server.tabular.TabularLayout;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens, changes and closes dashboards by a file. Its layout is in docs/reference/dashboards.md. */
@Component
class DashboardImports implements Importers {

    private static final String KIND = "dashboards";
    private static final TabularLayout LAYOUT =
            TabularLayout.withHeader("code", "organisation", "title", "template", "feeds", "practice", "open");
    private static final String CODE = "[a-z0-9][a-z0-9-]{1,59}";

    private final Dashboards dashboards;
    private final Feeds feeds;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DashboardImports(Dashboards dashboards, Feeds feeds, TransactionTemplate transaction, Clock clock) {
        this.dashboards = dashboards;
        this.feeds = feeds;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Importer> importers() {
        return List.of(new Importer(
                KIND, "dashboards of clinical teams, each from a template and some feeds", this::importFile));
    }

    private ImportReport importFile(String name, TabularFile.Source source, ImportOptions options, Actor actor) {
        RowProblems problems = new RowProblems();
        List<Dashboard> read = new ArrayList<>();
        Known known = new Known();
        try {
            new TabularFile(name, source, LAYOUT).read(row -> read.add(known.dashboard(row)), problems);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
        long rows = read.size() + problems.count();
        if (!problems.none() && !options.acceptGoodRows()) {
            return ImportReport.refused(name, rows, problems);
        }
        return transaction.execute(status -> {
            List<Dashboard> all = dashboards.all();
            List<Dashboard> news =
                    read.stream().filter(dashboard -> !all.contains(dashboard)).toList();
            long changed = news.stream()
                    .filter(dashboard -> dashboards.isTaken(dashboard.code()))
                    .count();
            if (!options.dryRun()) {
                news.forEach(dashboard -> dashboards.put(dashboard, actor));
            }
            return new ImportReport(
                    name,
                    options.dryRun() ? ImportReport.Outcome.CHECKED : ImportReport.Outcome.IMPORTED,
                    rows,
                    news.size() - changed,
                    changed,
                    read.size() - news.size(),
                    problems.count(),
                    problems.kept(),
                    problems.count(),
                    List.of());
        });
    }

    /** What rows may name. */
    private final class Known {

        private final Map<String, DashboardTemplate> templates =
                dashboards.templates(LocalDate.ofInstant(clock.instant(), UkTime.ZONE)).stream()
                        .collect(Collectors.toMap(DashboardTemplate::id, template -> template));
        private final Map<String, Feed> known =
                feeds.all().stream().collect(Collectors.toMap(Feed::code, feed -> feed));

        Dashboard dashboard(Row row) {
            String code = row.required("code");
            if (!code.matches(CODE)) {
                throw row.reject("code", "2 to 60 lower-case letters, digits and hyphens");
            }
            DashboardTemplate template = templates.get(row.required("template"));
            if (template == null) {
                throw row.reject("template", "one of " + String.join(", ", templates.keySet()));
            }
            List<String> named = List.of(row.required("feeds").split(" +"));
            for (String feed : named) {
                if (!known.containsKey(feed)) {
                    throw row.reject("feeds", "codes of feeds that were opened before, with spaces between them");
                }
            }
            Optional<String> practice = row.optional("practice");
            return new Dashboard(
                    code,
                    row.required("organisation"),
                    row.required("title"),
                    named,
                    practice.map(one -> Map.of(Kind.PRACTICE, Set.of(one))).orElse(Map.of()),
                    template.tiles(),
                    open(row));
        }

        private static boolean open(Row row) {
            return switch (row.required("open")) {
                case "yes" -> true;
                case "no" -> false;
                default -> throw row.reject("open", "yes or no");
            };
        }
    }
}
