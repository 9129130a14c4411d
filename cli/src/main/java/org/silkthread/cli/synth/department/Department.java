package org.silkthread.cli.synth.department;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.silkthread.cli.synth.department.Visit.Ending;
import org.silkthread.cli.synth.department.Visit.Test;

/**
 * An emergency department. Patients come by the hour of the day; nurses assess them in turn; doctors see the most urgent first;
 * laboratories and beds take their time. There are as many nurses and doctors as the hour usually needs and hardly more, so
 * that a surge is felt for hours.
 */
final class Department {

    private static final double NURSE_MINUTES = 7;
    private static final double SPARE_NURSES = 1.3;
    private static final double SPARE_DOCTORS = 0.95;
    private static final Duration FOR_EVER = Duration.ofDays(365);
    private static final List<String> TESTS = List.of("FBC", "UE", "CRP", "TROP", "LFT", "XRAY", "CT", "ECG", "URINE");

    private final DepartmentOrder order;
    private final ArrivalCurve curve;

    Department(DepartmentOrder order) {
        this.order = order;
        this.curve = new ArrivalCurve(order);
    }

    /** All visits of those who come while it is played, to their ends, in the order of arrival. */
    List<Visit> visits() {
        List<Instant> arrivals = curve.arrivals();
        List<Triage> triages = new ArrayList<>();
        List<Staff.Call> forNurses = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            Chance chance = chance(i, 0);
            Triage triage = Triage.drawn(chance);
            triages.add(triage);
            forNurses.add(new Staff.Call(
                    i, triage, arrivals.get(i).plus(chance.between(1, 4)), chance.about(NURSE_MINUTES, 0.3), FOR_EVER));
        }
        Map<Integer, Instant> assessed =
                new Staff(now -> onDuty(now, NURSE_MINUTES * SPARE_NURSES), Staff.BY_TURN).begins(forNurses);
        List<Staff.Call> forDoctors = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            forDoctors.add(forDoctor(i, triages.get(i), Objects.requireNonNull(assessed.get(i))));
        }
        Map<Integer, Instant> seen = new Staff(
                        now -> onDuty(now, Triage.meanMinutesWithDoctor() * SPARE_DOCTORS), Staff.BY_URGENCY)
                .begins(forDoctors);
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            visits.add(new Course(forDoctors.get(i), arrivals.get(i), chance(i, 2))
                    .visit(Objects.requireNonNull(assessed.get(i)), Optional.ofNullable(seen.get(i))));
        }
        return visits;
    }

    private Staff.Call forDoctor(int visit, Triage triage, Instant assessed) {
        Chance chance = chance(visit, 1);
        Duration patience = triage.compareTo(Triage.URGENT) < 0 ? FOR_EVER : chance.about(300, 0.5);
        return new Staff.Call(
                visit,
                triage,
                assessed.plus(chance.between(5, 10)),
                chance.about(triage.minutesWithDoctor(), 0.35),
                patience);
    }

    private Chance chance(int visit, int purpose) {
        return new Chance(order.seed(), visit * 8L + purpose);
    }

    /** As many as the ordinary arrivals of the last hour need. */
    private int onDuty(Instant now, double minutesForEach) {
        return Math.max(2, (int) Math.ceil(curve.expected(now.minus(Duration.ofMinutes(30))) * minutesForEach));
    }

    /** What happens to a patient once the doctor comes. */
    private record Course(Staff.Call call, Instant arrived, Chance chance) {

        Visit visit(Instant assessed, Optional<Instant> seen) {
            boolean byAmbulance = chance.happens(call.triage().compareTo(Triage.URGENT) <= 0 ? 0.45 : 0.12);
            if (seen.isEmpty()) {
                return new Visit(
                        call.visit() + 1,
                        call.triage(),
                        byAmbulance,
                        arrived,
                        assessed,
                        seen,
                        List.of(),
                        Optional.empty(),
                        call.leaves(),
                        Ending.LEFT);
            }
            List<Test> tests = tests(seen.get());
            Instant done = seen.get().plus(call.takes());
            for (Test test : tests) {
                done = test.resulted().isAfter(done) ? test.resulted() : done;
            }
            Instant decision = done.plus(chance.about(9, 0.5));
            Ending ending = ending();
            boolean admitted = ending == Ending.ADMITTED;
            return new Visit(
                    call.visit() + 1,
                    call.triage(),
                    byAmbulance,
                    arrived,
                    assessed,
                    seen,
                    tests,
                    admitted ? Optional.of(decision) : Optional.empty(),
                    decision.plus(admitted ? chance.about(110, 0.8) : chance.between(2, 15)),
                    ending);
        }

        private List<Test> tests(Instant seen) {
            if (!chance.happens(call.triage().tested())) {
                return List.of();
            }
            int many = 1 + chance.weighted(0.5, 0.3, 0.2);
            List<Test> tests = new ArrayList<>();
            for (int i = 1; i <= many; i++) {
                Instant asked = seen.plus(chance.between(3, 12));
                tests.add(new Test(i, chance.of(TESTS), asked, asked.plus(chance.about(55, 0.45))));
            }
            return tests;
        }

        private Ending ending() {
            if (call.triage() == Triage.IMMEDIATE && chance.happens(0.03)) {
                return Ending.DIED;
            }
            if (chance.happens(call.triage().admitted())) {
                return Ending.ADMITTED;
            }
            return chance.happens(0.02) ? Ending.TRANSFERRED : Ending.DISCHARGED;
        }
    }
}
