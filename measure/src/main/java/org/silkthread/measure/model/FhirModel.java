package org.silkthread.measure.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The types of FHIR R4 (4.0.1) with their elements, as the published model info for CQL names them.
 *
 * <p>Code-bound primitives have types of their own ({@code EncounterStatus}); quantities that FHIR constrains too
 * ({@code Age}, {@code Duration}, {@code SimpleQuantity}).
 */
public final class FhirModel {

    private static final String NAMESPACE = "{http://hl7.org/fhir}";
    private static final String QUALIFIER = "FHIR.";

    private final Map<String, StructureType> types;
    private final List<StructureType> byNumber;
    private final List<List<List<String>>> patientPaths;

    private FhirModel(Map<String, ModelInfo.ClassInfo> classes) {
        this.types = new Types(classes).build();
        this.byNumber = List.copyOf(types.values());
        this.patientPaths = byNumber.stream().map(PatientCompartment::paths).toList();
    }

    /** The model of FHIR 4.0.1, read once. */
    public static FhirModel r4() {
        return R4.MODEL;
    }

    /** A type by its name: {@code Encounter}, {@code FHIR.Encounter} or {@code {http://hl7.org/fhir}Encounter}. */
    public Optional<StructureType> type(String name) {
        return Optional.ofNullable(types.get(unqualified(name)));
    }

    /**
     * A type that FHIR R4 is known to have.
     *
     * @throws IllegalArgumentException when it has none of that name
     */
    public StructureType required(String name) {
        return type(name).orElseThrow(() -> new IllegalArgumentException("FHIR R4 has no type " + name));
    }

    /** All types; a type stands at the place of its number. */
    public List<StructureType> types() {
        return byNumber;
    }

    /**
     * Where a resource of a type may refer to the patient that it belongs to: paths of element names, the first that
     * leads to a patient decides. A patient itself is known by its {@code id}. Empty for types that belong to no patient
     * of themselves, such as Medication or Organization.
     */
    public List<List<String>> patientPaths(StructureType type) {
        return patientPaths.get(type.number());
    }

    private static String unqualified(String name) {
        if (name.startsWith(QUALIFIER)) {
            return name.substring(QUALIFIER.length());
        }
        return name.startsWith(NAMESPACE) ? name.substring(NAMESPACE.length()) : name;
    }

    private static final class R4 {
        static final FhirModel MODEL = new FhirModel(ModelInfo.read("/org/hl7/fhir/fhir-modelinfo-4.0.1.xml"));
    }

    /** Types from class infos, bases before the types that derive from them, so that elements are inherited. */
    private static final class Types {

        private final Map<String, ModelInfo.ClassInfo> classes;
        private final Map<String, StructureType> made = new LinkedHashMap<>();

        Types(Map<String, ModelInfo.ClassInfo> classes) {
            this.classes = classes;
        }

        Map<String, StructureType> build() {
            classes.values().forEach(this::type);
            return made;
        }

        private StructureType type(ModelInfo.ClassInfo info) {
            StructureType known = made.get(info.name());
            if (known != null) {
                return known;
            }
            ModelInfo.@Nullable ClassInfo baseInfo = classes.get(info.base());
            @Nullable StructureType base = baseInfo == null ? null : type(baseInfo);
            Map<String, Element> elements = new LinkedHashMap<>();
            if (base != null) {
                base.elements().forEach(element -> elements.put(element.name(), element));
            }
            for (ModelInfo.ElementInfo element : info.elements()) {
                Element inherited = elements.get(element.name());
                int slot = inherited == null ? elements.size() : inherited.slot();
                elements.put(element.name(), new Element(element.name(), slot, element.repeating(), element.types()));
            }
            StructureType type = new StructureType(
                    made.size(), info.name(), base, List.copyOf(elements.values()), primitive(elements));
            made.put(type.name(), type);
            return type;
        }

        private static Optional<SystemType> primitive(Map<String, Element> elements) {
            Element value = elements.get("value");
            return value == null || value.types().size() != 1
                    ? Optional.empty()
                    : SystemType.named(value.types().getFirst());
        }
    }
}
