package org.silkthread.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one benchmark found.
 *
 * @param benchmark its name
 * @param tables what was measured
 * @param notes what a reader has to know to judge it, in whole sentences
 */
public record Findings(String benchmark, List<Table> tables, List<String> notes) {

    public Findings {
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /** For people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Table table : tables) {
            text.append(table.text()).append('\n');
        }
        notes.forEach(note -> text.append("  ").append(note).append('\n'));
        return text.toString();
    }

    /** For programs: one object on one line; each row is an object with the names of the columns. */
    public String json(Machine machine) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("benchmark", benchmark);
        whole.put("machine", machine);
        whole.put("tables", tables.stream().map(Findings::asMap).toList());
        whole.put("notes", notes);
        return JsonMapper.builder().build().writeValueAsString(whole);
    }

    private static Map<String, Object> asMap(Table table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (List<Cell> cells : table.rows()) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(table.columns().get(i), value(cells.get(i)));
            }
            rows.add(row);
        }
        return Map.of("title", table.title(), "rows", rows);
    }

    private static Object value(Cell cell) {
        return switch (cell) {
            case Cell.Words words -> words.text();
            case Cell.Count count -> count.count();
            case Cell.Amount amount -> amount.value();
        };
    }
}
