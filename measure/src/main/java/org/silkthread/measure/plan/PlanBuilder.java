package org.silkthread.measure.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.measure.engine.DefinitionName;
import org.silkthread.measure.model.FhirModel;
import org.silkthread.measure.plan.Plan.Definition;
import org.silkthread.measure.plan.Plan.Function;
import org.silkthread.measure.plan.Plan.Parameter;
import org.silkthread.measure.plan.Plan.Position;
import tools.jackson.databind.JsonNode;

/** Makes one plan of the ELM of libraries: numbers everything that has a name first, then reads the bodies. */
public final class PlanBuilder {

    final FhirModel model;
    final Libraries libraries = new Libraries();
    final Map<Expression, Position> positions = new IdentityHashMap<>();
    private final Map<DefinitionName, Integer> definitions = new HashMap<>();
    private final Map<DefinitionName, List<Integer>> functions = new HashMap<>();
    private final Map<DefinitionName, Integer> parameters = new HashMap<>();
    private final List<List<TypeRef>> operandTypes = new ArrayList<>();

    private PlanBuilder(FhirModel model) {
        this.model = model;
    }

    /**
     * The plan of libraries.
     *
     * @param elm ELM documents, each {@code {"library": {...}}} or the library itself, with all that they include
     * @throws PlanException when a reference leads nowhere
     */
    public static Plan plan(FhirModel model, List<JsonNode> elm) {
        List<JsonNode> documents = elm.stream()
                .map(node -> node.has("library") ? node.path("library") : node)
                .toList();
        return new PlanBuilder(model).build(documents);
    }

    private Plan build(List<JsonNode> documents) {
        List<LibraryScope> scopes = new ArrayList<>();
        for (JsonNode document : documents) {
            LibraryScope scope = new LibraryScope(document);
            libraries.add(scope);
            scopes.add(scope);
            number(scope, document);
        }
        for (int i = 0; i < documents.size(); i++) {
            scopes.get(i).resolve(documents.get(i), libraries);
        }
        List<Definition> definitionBodies = new ArrayList<>();
        List<Function> functionBodies = new ArrayList<>();
        List<Parameter> parameterBodies = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            LibraryScope scope = scopes.get(i);
            for (JsonNode parameter : documents.get(i).path("parameters").path("def")) {
                parameterBodies.add(parameter(scope, parameter));
            }
            for (JsonNode statement : documents.get(i).path("statements").path("def")) {
                if (isFunction(statement)) {
                    functionBodies.add(function(scope, statement, functionBodies.size()));
                } else {
                    definitionBodies.add(definition(scope, statement));
                }
            }
        }
        return new Plan(definitionBodies, functionBodies, parameterBodies, positions);
    }

    private void number(LibraryScope scope, JsonNode document) {
        for (JsonNode parameter : document.path("parameters").path("def")) {
            parameters.put(name(scope, parameter), parameters.size());
        }
        for (JsonNode statement : document.path("statements").path("def")) {
            if (isFunction(statement)) {
                List<TypeRef> types = new ArrayList<>();
                for (JsonNode operand : statement.path("operand")) {
                    types.add(
                            operand.has("operandTypeSpecifier")
                                    ? TypeReader.specifier(operand.path("operandTypeSpecifier"))
                                    : TypeReader.named(
                                            operand.path("operandType").asString("Any")));
                }
                functions
                        .computeIfAbsent(name(scope, statement), absent -> new ArrayList<>())
                        .add(operandTypes.size());
                operandTypes.add(List.copyOf(types));
            } else {
                definitions.put(name(scope, statement), definitions.size());
            }
        }
    }

    private Parameter parameter(LibraryScope scope, JsonNode node) {
        TypeRef type = node.has("parameterTypeSpecifier")
                ? TypeReader.specifier(node.path("parameterTypeSpecifier"))
                : TypeReader.named(node.path("parameterType").asString("Any"));
        Optional<Expression> standard = node.has("default")
                ? Optional.of(new ElmReader(this, scope).read(node.path("default")))
                : Optional.empty();
        return new Parameter(name(scope, node), standard, type);
    }

    private Definition definition(LibraryScope scope, JsonNode node) {
        ElmReader reader = new ElmReader(this, scope);
        Expression body = reader.read(node.path("expression"));
        TypeRef type = TypeReader.result(node).orElse(TypeRef.ANY);
        return new Definition(name(scope, node), body, reader.frame.size(), type);
    }

    private Function function(LibraryScope scope, JsonNode node, int number) {
        ElmReader reader = new ElmReader(this, scope);
        for (JsonNode operand : node.path("operand")) {
            reader.frame.enter(operand.path("name").asString());
        }
        boolean external = node.path("external").asBoolean(false);
        Expression body = external
                ? new Expression.Unsupported("the function " + name(scope, node) + " is external")
                : reader.read(node.path("expression"));
        return new Function(name(scope, node), operandTypes.get(number), body, reader.frame.size(), external);
    }

    int definition(LibraryScope scope, String name) {
        Integer number = definitions.get(new DefinitionName(scope.name, scope.version, name));
        if (number == null) {
            throw new PlanException(scope.name + " has no definition \"" + name + "\"");
        }
        return number;
    }

    int parameter(LibraryScope scope, String name) {
        Integer number = parameters.get(new DefinitionName(scope.name, scope.version, name));
        if (number == null) {
            throw new PlanException(scope.name + " has no parameter \"" + name + "\"");
        }
        return number;
    }

    /**
     * The functions that a call may mean: of a name and a number of operands; only the one whose operand types the call
     * states, when it states them.
     */
    List<Integer> functions(LibraryScope scope, String name, int arguments, List<TypeRef> signature) {
        List<Integer> candidates =
                functions.getOrDefault(new DefinitionName(scope.name, scope.version, name), List.of()).stream()
                        .filter(number -> operandTypes.get(number).size() == arguments)
                        .toList();
        if (candidates.isEmpty()) {
            throw new PlanException(scope.name + " has no function \"" + name + "\" with " + arguments + " operands");
        }
        List<Integer> exact = candidates.stream()
                .filter(number -> operandTypes.get(number).equals(signature))
                .toList();
        return exact.isEmpty() ? candidates : exact;
    }

    private static boolean isFunction(JsonNode statement) {
        return statement.path("type").asString("").equals("FunctionDef");
    }

    private static DefinitionName name(LibraryScope scope, JsonNode node) {
        return new DefinitionName(scope.name, scope.version, node.path("name").asString());
    }
}
