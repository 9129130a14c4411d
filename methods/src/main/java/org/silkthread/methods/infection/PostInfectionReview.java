package org.silkthread.methods.infection;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * To whom an MRSA bloodstream infection was assigned by post infection review (April 2013 to March 2018).
 *
 * <p>Source: NHS England, "Guidance on the reporting and monitoring arrangements and post infection review process for MRSA
 * bloodstream infections"; reference implementation hcaidcs at 7d0c25f.
 *
 * @param status how far the review is
 * @param method the code of the method of assignment, 1 to 15, if known
 * @param location where the patient was, as "NHS Acute Trust"
 * @param category the kind of patient, as "In-patient"; empty when not given
 * @param provisionalOrganisation the name of the organisation to which the case is assigned for now
 * @param finalOrganisation the kind of organisation to which it is assigned in the end, if it is
 */
public record PostInfectionReview(
        Status status,
        OptionalInt method,
        String location,
        String category,
        String provisionalOrganisation,
        Optional<Assignee> finalOrganisation) {

    /** How far a review is. */
    public enum Status {
        /** The case is assigned. */
        FINAL,
        /** The case is assigned for now. */
        PROVISIONAL,
        /** The review rests. */
        ON_HOLD
    }

    /** A kind of organisation. */
    public enum Assignee {
        /** An acute trust. */
        TRUST("NHS Trust"),
        /** A commissioner. */
        COMMISSIONER("Clinical Commissioning Group"),
        /** Neither: the infection was nobody's of the two. */
        THIRD_PARTY("Third Party");

        private final String label;

        Assignee(String label) {
            this.label = label;
        }

        /** The label in surveillance data. */
        public String label() {
            return label;
        }

        /** The kind of organisation of a label, in any case. */
        public static Optional<Assignee> labelled(String label) {
            return java.util.Arrays.stream(values())
                    .filter(assignee -> assignee.label.equalsIgnoreCase(label.strip()))
                    .findFirst();
        }
    }

    private static final int LAST_REVIEWED = 9;
    private static final int BY_LOCATION = 10;
    private static final int BY_LOCATION_AND_CATEGORY = 11;
    private static final int BY_PROVISIONAL_NAME = 15;

    /** Checks the code. */
    public PostInfectionReview {
        if (method.isPresent() && (method.getAsInt() < 1 || method.getAsInt() > BY_PROVISIONAL_NAME)) {
            throw new IllegalArgumentException("A method of assignment is 1 to 15, not " + method.getAsInt());
        }
    }

    /**
     * The kind of organisation to which the case counts.
     *
     * @return nothing when no rule applies
     */
    public Optional<Assignee> assignee() {
        int code = method.orElse(0);
        if (status == Status.ON_HOLD) {
            return named();
        }
        if (status == Status.FINAL && code >= 1 && code <= LAST_REVIEWED) {
            return finalOrganisation;
        }
        if (code == 13 || code == 14) {
            return Optional.of(Assignee.THIRD_PARTY);
        }
        if (status == Status.PROVISIONAL
                && named().filter(Assignee.TRUST::equals).isPresent()) {
            return named();
        }
        return switch (code) {
            case BY_LOCATION ->
                status == Status.FINAL ? Optional.of(isAcute() ? Assignee.TRUST : Assignee.COMMISSIONER) : named();
            case BY_LOCATION_AND_CATEGORY ->
                Optional.of(isAcute() && isTrustCategory() ? Assignee.TRUST : Assignee.COMMISSIONER);
            case BY_PROVISIONAL_NAME ->
                Optional.of(named().filter(Assignee.TRUST::equals).orElse(Assignee.COMMISSIONER));
            default -> status == Status.PROVISIONAL ? named() : Optional.empty();
        };
    }

    private Optional<Assignee> named() {
        String name = provisionalOrganisation.toLowerCase(Locale.ROOT);
        if (name.contains("trust")) {
            return Optional.of(Assignee.TRUST);
        }
        return name.contains("ccg") || name.contains("hub") ? Optional.of(Assignee.COMMISSIONER) : Optional.empty();
    }

    private boolean isAcute() {
        return InfectionCase.letters(location).equals("nhsacutetrust");
    }

    private boolean isTrustCategory() {
        return switch (InfectionCase.letters(category)) {
            case "inpatient", "daypatient", "emergencyassessment", "unknown", "" -> true;
            default -> false;
        };
    }
}
