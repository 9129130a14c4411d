package org.silkthread.measure.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.model.StructureType;
import org.silkthread.measure.operator.Operator;
import org.silkthread.measure.plan.Expression.And;
import org.silkthread.measure.plan.Expression.Apply;
import org.silkthread.measure.plan.Expression.As;
import org.silkthread.measure.plan.Expression.Branch;
import org.silkthread.measure.plan.Expression.Case;
import org.silkthread.measure.plan.Expression.Coalesce;
import org.silkthread.measure.plan.Expression.DefinitionRef;
import org.silkthread.measure.plan.Expression.FunctionCall;
import org.silkthread.measure.plan.Expression.If;
import org.silkthread.measure.plan.Expression.Implies;
import org.silkthread.measure.plan.Expression.InCodeSystem;
import org.silkthread.measure.plan.Expression.InValueSet;
import org.silkthread.measure.plan.Expression.InstanceOf;
import org.silkthread.measure.plan.Expression.IntervalOf;
import org.silkthread.measure.plan.Expression.Is;
import org.silkthread.measure.plan.Expression.ListOf;
import org.silkthread.measure.plan.Expression.Literal;
import org.silkthread.measure.plan.Expression.Local;
import org.silkthread.measure.plan.Expression.Message;
import org.silkthread.measure.plan.Expression.Not;
import org.silkthread.measure.plan.Expression.Or;
import org.silkthread.measure.plan.Expression.ParameterRef;
import org.silkthread.measure.plan.Expression.Property;
import org.silkthread.measure.plan.Expression.Retrieve;
import org.silkthread.measure.plan.Expression.Subsumes;
import org.silkthread.measure.plan.Expression.TupleOf;
import org.silkthread.measure.plan.Expression.Unsupported;
import org.silkthread.measure.plan.Expression.Xor;
import org.silkthread.measure.plan.Plan.Position;
import org.silkthread.measure.value.Interval.PointType;
import org.silkthread.measure.value.Quantity;
import org.silkthread.measure.value.Ratio;
import tools.jackson.databind.JsonNode;

/** Reads the expressions of one definition or function from ELM. */
final class ElmReader {

    private static final Expression NULL = new Literal(null);

    final PlanBuilder plan;
    final LibraryScope scope;
    final FrameLayout frame = new FrameLayout();
    private final QueryReader queries = new QueryReader(this);

    ElmReader(PlanBuilder plan, LibraryScope scope) {
        this.plan = plan;
        this.scope = scope;
    }

    Expression read(JsonNode node) {
        Expression expression = expression(node);
        position(node).ifPresent(position -> plan.positions.putIfAbsent(expression, position));
        return expression;
    }

    /** The expression of a field; null where the field is absent. */
    Expression field(JsonNode node, String name) {
        return node.has(name) ? read(node.path(name)) : NULL;
    }

    private Expression expression(JsonNode node) {
        String type = node.path("type").asString("");
        return switch (type) {
            case "Null" -> new Literal(null);
            case "Literal" -> LiteralReader.read(node, false);
            case "Negate" ->
                LiteralReader.isLiteral(node.path("operand"))
                        ? LiteralReader.read(node.path("operand"), true)
                        : OperatorReader.read(this, node, type);
            case "Quantity" -> new Literal(quantity(node));
            case "Ratio" ->
                new Literal(new Ratio(quantity(node.path("numerator")), quantity(node.path("denominator"))));
            case "And" -> new And(operand(node, 0), operand(node, 1));
            case "Or" -> new Or(operand(node, 0), operand(node, 1));
            case "Xor" -> new Xor(operand(node, 0), operand(node, 1));
            case "Implies" -> new Implies(operand(node, 0), operand(node, 1));
            case "Not" -> new Not(operand(node, 0));
            case "If" -> new If(field(node, "condition"), field(node, "then"), field(node, "else"));
            case "Case" -> cases(node);
            case "Coalesce" -> new Coalesce(operands(node));
            case "ExpressionRef" ->
                new DefinitionRef(plan.definition(
                        plan.libraries.of(scope, node), node.path("name").asString()));
            case "FunctionRef" -> call(node);
            case "ParameterRef" ->
                new ParameterRef(plan.parameter(
                        plan.libraries.of(scope, node), node.path("name").asString()));
            case "OperandRef", "AliasRef", "QueryLetRef" ->
                local(node.path("name").asString());
            case "Current" -> local("$this");
            case "IdentifierRef" -> identifier(node.path("name").asString());
            case "Property" -> property(node);
            case "Retrieve" -> retrieve(node);
            case "Query", "Sort", "Filter", "ForEach", "Repeat" -> queries.read(node, type);
            case "As" ->
                new As(
                        operand(node, 0),
                        specified(node, "asType"),
                        node.path("strict").asBoolean(false));
            case "Is" -> new Is(operand(node, 0), specified(node, "isType"));
            case "Tuple" -> tuple(node);
            case "Instance" -> instance(node);
            case "Interval" -> interval(node);
            case "List" -> new ListOf(all(node.path("element")));
            case "Message" ->
                new Message(
                        field(node, "source"),
                        node.has("condition") ? field(node, "condition") : new Literal(true),
                        field(node, "code"),
                        field(node, "severity"),
                        field(node, "message"));
            default -> terminology(node, type);
        };
    }

    private Expression terminology(JsonNode node, String type) {
        return switch (type) {
            case "CodeRef" -> declared(node, library(node).codes.get(nameOf(node)));
            case "ConceptRef" -> declared(node, library(node).concepts.get(nameOf(node)));
            case "ValueSetRef" -> declared(node, library(node).valueSets.get(nameOf(node)));
            case "CodeSystemRef" -> declared(node, library(node).codeSystems.get(nameOf(node)));
            case "InValueSet" -> new InValueSet(field(node, "code"), valueSet(node), false);
            case "AnyInValueSet" -> new InValueSet(field(node, "codes"), valueSet(node), true);
            case "InCodeSystem" -> new InCodeSystem(field(node, "code"), codeSystem(node), false);
            case "AnyInCodeSystem" -> new InCodeSystem(field(node, "codes"), codeSystem(node), true);
            case "ExpandValueSet" -> new Expression.ExpandValueSet(operand(node, 0));
            case "Subsumes" -> new Subsumes(operand(node, 0), operand(node, 1));
            case "SubsumedBy" -> new Subsumes(operand(node, 1), operand(node, 0));
            case "Children" -> new Expression.Descendants(field(node, "source"), true);
            case "Descendents", "Descendants" -> new Expression.Descendants(field(node, "source"), false);
            default -> OperatorReader.read(this, node, type);
        };
    }

    private Expression valueSet(JsonNode node) {
        return node.has("valueset")
                ? declared(
                        node.path("valueset"),
                        library(node.path("valueset")).valueSets.get(nameOf(node.path("valueset"))))
                : field(node, "valuesetExpression");
    }

    private Expression codeSystem(JsonNode node) {
        return node.has("codesystem")
                ? declared(
                        node.path("codesystem"),
                        library(node.path("codesystem")).codeSystems.get(nameOf(node.path("codesystem"))))
                : field(node, "codesystemExpression");
    }

    private Literal declared(JsonNode node, @Nullable Object value) {
        if (value == null) {
            throw new PlanException(scope.name + ": " + node.path("type").asString("reference") + " to \""
                    + nameOf(node) + "\", which is not declared");
        }
        return new Literal(value);
    }

    private LibraryScope library(JsonNode node) {
        return plan.libraries.of(scope, node);
    }

    private static String nameOf(JsonNode node) {
        return node.path("name").asString("");
    }

    private static Quantity quantity(JsonNode node) {
        return new Quantity(
                new BigDecimal(node.path("value").asString("0")),
                node.path("unit").asString("1"));
    }

    private Expression cases(JsonNode node) {
        List<Branch> branches = new ArrayList<>();
        for (JsonNode item : node.path("caseItem")) {
            branches.add(new Branch(field(item, "when"), field(item, "then")));
        }
        Optional<Expression> comparand =
                node.has("comparand") ? Optional.of(read(node.path("comparand"))) : Optional.empty();
        return new Case(comparand, List.copyOf(branches), field(node, "else"));
    }

    private Expression call(JsonNode node) {
        List<Expression> arguments = operands(node);
        List<TypeRef> signature = new ArrayList<>();
        node.path("signature").forEach(type -> signature.add(TypeReader.specifier(type)));
        return new FunctionCall(plan.functions(library(node), nameOf(node), arguments.size(), signature), arguments);
    }

    private Expression local(String name) {
        OptionalInt slot = frame.find(name);
        if (slot.isEmpty()) {
            throw new PlanException(scope.name + ": \"" + name + "\" is not in scope");
        }
        return new Local(slot.getAsInt());
    }

    /** In a sort clause a bare name is an element of the row that is sorted. */
    private Expression identifier(String name) {
        OptionalInt slot = frame.find(name);
        return slot.isPresent() ? new Local(slot.getAsInt()) : path(local("$this"), name);
    }

    private Expression property(JsonNode node) {
        Expression source = node.has("scope") ? local(node.path("scope").asString()) : field(node, "source");
        return path(source, node.path("path").asString());
    }

    /** A path such as {@code name[0].given} as nested properties and indexers. */
    Expression path(Expression source, String path) {
        Expression value = source;
        for (String step : path.split("\\.", -1)) {
            int bracket = step.indexOf('[');
            value = new Property(value, bracket < 0 ? step : step.substring(0, bracket));
            if (bracket >= 0) {
                Integer index = Integer.valueOf(step.substring(bracket + 1, step.length() - 1));
                value = new Apply(Operator.INDEXER, null, List.of(value, new Literal(index)));
            }
        }
        return value;
    }

    private Expression retrieve(JsonNode node) {
        String name = TypeReader.named(node.path("dataType").asString("")).name();
        Optional<StructureType> type = plan.model.type(name);
        if (type.isEmpty()) {
            return new Unsupported("the type " + name + " is not of FHIR R4");
        }
        String profile = node.path("templateId").asString("");
        boolean base = profile.equals(
                "http://hl7.org/fhir/StructureDefinition/" + type.get().name().replace("FHIR.", ""));
        return new Retrieve(
                type.get(),
                base ? "" : profile,
                node.path("codeProperty").asString(""),
                node.path("codeComparator").asString("in"),
                node.has("codes") ? Optional.of(read(node.path("codes"))) : Optional.empty(),
                node.path("dateProperty").asString(""),
                node.has("dateRange") ? Optional.of(read(node.path("dateRange"))) : Optional.empty());
    }

    private Expression tuple(JsonNode node) {
        List<String> names = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        for (JsonNode element : node.path("element")) {
            names.add(nameOf(element));
            values.add(field(element, "value"));
        }
        return new TupleOf(List.copyOf(names), List.copyOf(values));
    }

    private Expression instance(JsonNode node) {
        TupleOf elements = (TupleOf) tuple(node);
        TypeRef type = TypeReader.named(node.path("classType").asString());
        return new InstanceOf(type, elements.names(), elements.values());
    }

    private Expression interval(JsonNode node) {
        PointType point = TypeReader.result(node)
                .filter(TypeRef.IntervalOf.class::isInstance)
                .map(type -> TypeReader.pointType(((TypeRef.IntervalOf) type).point()))
                .orElseGet(() -> ofBound(node));
        return new IntervalOf(
                field(node, "low"), closed(node, "lowClosed"), field(node, "high"), closed(node, "highClosed"), point);
    }

    /** The translator's own conversions of intervals state no type, but cast the bounds to it. */
    private PointType ofBound(JsonNode interval) {
        JsonNode low = interval.path("low");
        return low.path("type").asString("").equals("As")
                ? TypeReader.pointType(specified(low, "asType"))
                : PointType.ANY;
    }

    private Expression closed(JsonNode node, String side) {
        return node.has(side + "Expression")
                ? read(node.path(side + "Expression"))
                : new Literal(Boolean.valueOf(node.path(side).asBoolean(true)));
    }

    TypeRef specified(JsonNode node, String field) {
        return node.has(field + "Specifier")
                ? TypeReader.specifier(node.path(field + "Specifier"))
                : TypeReader.named(node.path(field).asString("Any"));
    }

    List<Expression> operands(JsonNode node) {
        JsonNode operand = node.path("operand");
        return operand.isArray() ? all(operand) : operand.isMissingNode() ? List.of() : List.of(read(operand));
    }

    List<Expression> all(JsonNode nodes) {
        List<Expression> expressions = new ArrayList<>();
        nodes.forEach(node -> expressions.add(read(node)));
        return List.copyOf(expressions);
    }

    private Expression operand(JsonNode node, int index) {
        JsonNode operand = node.path("operand");
        return read(operand.isArray() ? operand.path(index) : operand);
    }

    private Optional<Position> position(JsonNode node) {
        String locator = node.path("locator").asString("");
        if (locator.isEmpty()) {
            return Optional.empty();
        }
        String[] numbers = locator.split("[:-]", -1);
        int line = Integer.parseInt(numbers[0]);
        int column = Integer.parseInt(numbers[1]);
        boolean range = numbers.length == 4;
        return Optional.of(new Position(
                scope.name,
                line,
                column,
                range ? Integer.parseInt(numbers[2]) : line,
                range ? Integer.parseInt(numbers[3]) : column));
    }
}
