package org.silkthread.cli.synth.department;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened to one patient.
 *
 * @param number counts the department's visits from 1
 * @param assessed by a nurse; always there, and not before the arrival
 * @param seen by a doctor; empty for those who left before
 * @param tests in the order of asking
 * @param decided when it was decided to admit; empty for those who were not admitted
 */
record Visit(
        int number,
        Triage triage,
        boolean byAmbulance,
        Instant arrived,
        Instant assessed,
        Optional<Instant> seen,
        List<Test> tests,
        Optional<Instant> decided,
        Instant departed,
        Ending ending) {

    /** A test with its result. */
    record Test(int number, String code, Instant asked, Instant resulted) {}

    /** How a visit ends; the code is the department's own. */
    enum Ending {
        DISCHARGED("discharged"),
        ADMITTED("admitted"),
        TRANSFERRED("transferred"),
        LEFT("left-without-being-seen"),
        DIED("died");

        private final String code;

        Ending(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    Visit {
        tests = List.copyOf(tests);
    }
}
