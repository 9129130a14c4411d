package org.silkthread.server.persons.fhir;

import java.util.Optional;
import org.silkthread.server.persons.NhsNumber;
import org.silkthread.server.persons.PersonDetails;
import org.silkthread.server.persons.Sex;

/** A FHIR Patient, read as who a person is. */
public final class PatientResource {

    private PatientResource() {}

    /**
     * Reads a Patient.
     *
     * @throws BadElement if name, date of birth or gender is missing, or the NHS number is none
     */
    public static PersonDetails read(Resource patient) throws BadElement {
        return new PersonDetails(
                nhsNumber(patient),
                patient.required("name.0.given.0"),
                patient.required("name.0.family"),
                patient.requiredDate("birthDate"),
                sex(patient),
                patient.text("address.0.line.0"),
                patient.text("address.0.postalCode"),
                patient.text("generalPractitioner.0.identifier.value"),
                patient.text("telecom.0.value"));
    }

    private static Sex sex(Resource patient) throws BadElement {
        Optional<Sex> sex = Sex.of(patient.required("gender"));
        if (sex.isEmpty()) {
            throw new BadElement("gender", "female, male, other or unknown");
        }
        return sex.get();
    }

    private static Optional<NhsNumber> nhsNumber(Resource patient) throws BadElement {
        int place = 0;
        for (Resource identifier : patient.list("identifier")) {
            if (identifier.text("system").equals(Optional.of(Resource.NHS_NUMBERS))) {
                String path = "identifier." + place + ".value";
                return Optional.of(number(path, patient.required(path)));
            }
            place++;
        }
        return Optional.empty();
    }

    static NhsNumber number(String path, String text) throws BadElement {
        return switch (NhsNumber.read(text)) {
            case NhsNumber.Accepted(NhsNumber number) -> number;
            case NhsNumber.Refused(NhsNumber.Fault fault) ->
                throw new BadElement(path, "an NHS number. " + fault.words());
        };
    }
}
