package org.silkthread.measure.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.measure.plan.Expression.Filter;
import org.silkthread.measure.plan.Expression.Fold;
import org.silkthread.measure.plan.Expression.ForEach;
import org.silkthread.measure.plan.Expression.Let;
import org.silkthread.measure.plan.Expression.Local;
import org.silkthread.measure.plan.Expression.Query;
import org.silkthread.measure.plan.Expression.Relationship;
import org.silkthread.measure.plan.Expression.Repeat;
import org.silkthread.measure.plan.Expression.Result;
import org.silkthread.measure.plan.Expression.Sort;
import org.silkthread.measure.plan.Expression.SortKey;
import org.silkthread.measure.plan.Expression.Source;
import tools.jackson.databind.JsonNode;

/** Reads queries and the operators that go over lists, each with names of its own. */
final class QueryReader {

    private final ElmReader reader;

    QueryReader(ElmReader reader) {
        this.reader = reader;
    }

    Expression read(JsonNode node, String type) {
        if (type.equals("Query")) {
            return query(node);
        }
        Expression values = reader.field(node, "source");
        if (type.equals("Sort")) {
            return new Sort(values, keys(node));
        }
        int current = reader.frame.enter("$this");
        Expression body = reader.field(node, type.equals("Filter") ? "condition" : "element");
        reader.frame.leave(1);
        return switch (type) {
            case "Filter" -> new Filter(values, current, body);
            case "ForEach" -> new ForEach(values, current, body);
            default -> new Repeat(values, current, body);
        };
    }

    private Expression query(JsonNode node) {
        int names = 0;
        List<Source> sources = new ArrayList<>();
        for (JsonNode source : node.path("source")) {
            Expression values = reader.field(source, "expression");
            String alias = source.path("alias").asString();
            sources.add(new Source(alias, reader.frame.enter(alias), values));
            names++;
        }
        List<Let> lets = new ArrayList<>();
        for (JsonNode let : node.path("let")) {
            Expression value = reader.field(let, "expression");
            lets.add(new Let(reader.frame.enter(let.path("identifier").asString()), value));
            names++;
        }
        List<Relationship> relationships = new ArrayList<>();
        for (JsonNode relationship : node.path("relationship")) {
            relationships.add(relationship(relationship));
        }
        Optional<Expression> where =
                node.has("where") ? Optional.of(reader.read(node.path("where"))) : Optional.empty();
        Optional<Result> result = node.has("return")
                ? Optional.of(new Result(
                        reader.field(node.path("return"), "expression"),
                        node.path("return").path("distinct").asBoolean(true)))
                : Optional.empty();
        Optional<Fold> fold = node.has("aggregate") ? Optional.of(fold(node.path("aggregate"))) : Optional.empty();
        List<SortKey> sort = node.has("sort") ? keys(node.path("sort")) : List.of();
        reader.frame.leave(names);
        return new Query(
                List.copyOf(sources), List.copyOf(lets), List.copyOf(relationships), where, result, fold, sort);
    }

    private Relationship relationship(JsonNode node) {
        Expression values = reader.field(node, "expression");
        int slot = reader.frame.enter(node.path("alias").asString());
        Expression suchThat = reader.field(node, "suchThat");
        reader.frame.leave(1);
        return new Relationship(
                slot, values, suchThat, node.path("type").asString().equals("Without"));
    }

    private Fold fold(JsonNode node) {
        Expression starting = reader.field(node, "starting");
        int slot = reader.frame.enter(node.path("identifier").asString());
        Expression step = reader.field(node, "expression");
        reader.frame.leave(1);
        return new Fold(slot, starting, step, node.path("distinct").asBoolean(false));
    }

    private List<SortKey> keys(JsonNode node) {
        List<SortKey> keys = new ArrayList<>();
        for (JsonNode by : node.path("by")) {
            int slot = reader.frame.enter("$this");
            Expression key = switch (by.path("type").asString()) {
                case "ByColumn" -> reader.path(new Local(slot), by.path("path").asString());
                case "ByExpression" -> reader.field(by, "expression");
                default -> new Local(slot);
            };
            reader.frame.leave(1);
            keys.add(new SortKey(slot, key, by.path("direction").asString("asc").startsWith("desc")));
        }
        return List.copyOf(keys);
    }
}
