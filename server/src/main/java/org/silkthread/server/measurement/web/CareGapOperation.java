package org.silkthread.server.measurement.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.silkthread.measure.report.GapStatus;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.measurement.CalculationAccess;
import org.silkthread.server.measurement.CareGaps;
import org.silkthread.server.measurement.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The FHIR operation {@code Measure/$care-gaps} of the DEQM implementation guide. It names a patient, so it is for
 * clinicians of the patient's organisation, and each use of it is recorded under the patient.
 */
@RestController
class CareGapOperation {

    private static final String FHIR_JSON = "application/fhir+json";
    private static final String PATIENT = "Patient/";

    private final CareGaps gaps;
    private final CalculationAccess access;
    private final AuditTrail audit;

    CareGapOperation(CareGaps gaps, CalculationAccess access, AuditTrail audit) {
        this.gaps = gaps;
        this.access = access;
        this.audit = audit;
    }

    @GetMapping("/fhir/Measure/$care-gaps")
    ResponseEntity<String> gaps(
            @RequestParam String periodStart,
            @RequestParam String periodEnd,
            @RequestParam String subject,
            @RequestParam Set<String> status,
            @RequestParam Optional<List<String>> measureId,
            @RequestParam Optional<List<String>> measureUrl,
            @RequestParam Optional<List<String>> measureIdentifier) {
        if (measureIdentifier.isPresent()) {
            throw new Refused("Name measures by measureId or measureUrl: measureIdentifier is not supported.");
        }
        if (!subject.startsWith(PATIENT) || subject.length() == PATIENT.length()) {
            throw new Refused("subject must be one patient, such as Patient/1.");
        }
        List<String> measures = new ArrayList<>();
        measureId.ifPresent(measures::addAll);
        measureUrl.ifPresent(measures::addAll);
        Set<GapStatus> wanted = EnumSet.noneOf(GapStatus.class);
        status.forEach(code -> wanted.add(status(code)));
        audit.record(new AuditEvent(
                access.requireClinician().actor(),
                "measurement.care-gaps",
                "patient/" + subject.substring(PATIENT.length()),
                periodStart + '/' + periodEnd + (measures.isEmpty() ? "" : " " + String.join(" ", measures))));
        String answer = gaps.of(
                subject.substring(PATIENT.length()), measures, FhirOperations.period(periodStart, periodEnd), wanted);
        return ResponseEntity.ok().header("Content-Type", FHIR_JSON).body(answer);
    }

    private static GapStatus status(String code) {
        return Arrays.stream(GapStatus.values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused("status must be open-gap, closed-gap or not-applicable."));
    }

    @ExceptionHandler
    ResponseEntity<String> refuse(Refused refused) {
        return FhirOperations.refused(refused);
    }
}
