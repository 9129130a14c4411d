package org.silkthread.measure.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.silkthread.measure.explain.Clause.Verdict;
import org.silkthread.measure.plan.Plan.Position;

/** Explanations as one HTML page: the CQL with every clause marked by what came of it, in words and by underline. */
public final class ExplanationPage {

    private record Mark(int from, int to, Verdict verdict, String value) {}

    private final Sources sources;

    /** @param cql the CQL of the libraries, by library name */
    public ExplanationPage(Map<String, String> cql) {
        this.sources = new Sources(cql);
    }

    public String html(String title, List<Explanation> explanations) {
        StringBuilder page = new StringBuilder();
        page.append("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(escaped(title))
                .append("</h1>\n");
        explanations.forEach(explanation -> summary(page, explanation));
        Map<String, Map<Position, Clause>> clauses = new LinkedHashMap<>();
        explanations.forEach(explanation -> collect(explanation.clause(), clauses));
        clauses.forEach((library, marked) -> source(page, library, marked));
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void summary(StringBuilder page, Explanation explanation) {
        page.append("<h2>").append(escaped(explanation.definition())).append(": ");
        page.append(words(explanation.clause().verdict())).append("</h2>\n");
        if (!explanation.problem().isEmpty()) {
            page.append("<p>It could not be evaluated: ")
                    .append(escaped(explanation.problem()))
                    .append("</p>\n");
        }
        if (!explanation.missing().isEmpty()) {
            page.append("<p>It would be true if:</p>\n<ol>\n");
            Set<Integer> ways = new TreeSet<>();
            explanation.missing().forEach(need -> ways.add(need.way()));
            for (int way : ways) {
                page.append("<li><ul>\n");
                explanation.missing().stream()
                        .filter(need -> need.way() == way)
                        .forEach(need -> page.append("<li><code>")
                                .append(escaped(need.condition()))
                                .append("</code> were ")
                                .append(need.wanted())
                                .append(" (")
                                .append(escaped(need.place()))
                                .append(")</li>\n"));
                page.append("</ul></li>\n");
            }
            page.append("</ol>\n");
        }
    }

    private static void collect(Clause clause, Map<String, Map<Position, Clause>> clauses) {
        clause.position()
                .ifPresent(position -> clauses.computeIfAbsent(position.library(), absent -> new LinkedHashMap<>())
                        .put(position, clause));
        clause.parts().forEach(part -> collect(part, clauses));
    }

    private void source(StringBuilder page, String library, Map<Position, Clause> clauses) {
        List<String> lines = sources.lines(library);
        if (lines.isEmpty()) {
            return;
        }
        int[] starts = new int[lines.size() + 1];
        StringBuilder whole = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            starts[i] = whole.length();
            whole.append(lines.get(i)).append('\n');
        }
        List<Mark> marks = new ArrayList<>();
        clauses.forEach((position, clause) -> {
            if (position.endLine() <= lines.size()) {
                marks.add(new Mark(
                        starts[position.line() - 1] + position.column() - 1,
                        Math.min(starts[position.endLine() - 1] + position.endColumn(), whole.length()),
                        clause.verdict(),
                        clause.value()));
            }
        });
        marks.sort(Comparator.comparingInt(Mark::from)
                .thenComparing(Comparator.comparingInt(Mark::to).reversed()));
        page.append("<h2>").append(escaped(library)).append("</h2>\n<pre>");
        int[] next = {0};
        text(page, whole.toString(), 0, whole.length(), marks, next);
        page.append("</pre>\n");
    }

    /** The text from one place to another, with the marks that begin within it; marks nest as clauses do. */
    private static void text(StringBuilder page, String whole, int from, int to, List<Mark> marks, int[] next) {
        int at = from;
        while (next[0] < marks.size() && marks.get(next[0]).from() < to) {
            Mark mark = marks.get(next[0]++);
            if (mark.from() < at || mark.to() > to) {
                continue;
            }
            page.append(escaped(whole.substring(at, mark.from())));
            page.append("<span class=\"")
                    .append(mark.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .append("\" title=\"")
                    .append(escaped(words(mark.verdict()) + ": " + mark.value()))
                    .append("\">");
            text(page, whole, mark.from(), mark.to(), marks, next);
            page.append("</span>");
            at = mark.to();
        }
        page.append(escaped(whole.substring(at, to)));
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case TRUE -> "true";
            case FALSE -> "false";
            case UNKNOWN -> "not known";
            case NOT_EVALUATED -> "not evaluated";
            case FAILED -> "failed";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static final String STYLE = """
            body { font-family: Arial, sans-serif; margin: 2rem; max-width: 70rem; color: #212b32 }
            pre { font-size: 0.95rem; line-height: 1.6; overflow-x: auto }
            span.true { border-bottom: 3px solid #007f3b }
            span.false { border-bottom: 3px dashed #d5281b }
            span.unknown { border-bottom: 3px dotted #768692 }
            span.not-evaluated { color: #4c6272 }
            span.failed { background: #fbe3e1 }
            """;
}
