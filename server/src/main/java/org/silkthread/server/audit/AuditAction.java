package org.silkthread.server.audit;

/**
 * A kind of thing that the trail records.
 *
 * @param code as entries hold it: room and verb, {@code publication.sign-off}
 * @param kind what sort of thing it is
 * @param words what somebody did, to follow their name: "signed off the Quality Account"
 */
public record AuditAction(String code, Kind kind, String words) {

    /** Sorts of things that are recorded. */
    public enum Kind {
        /** Signing in and out, and what belongs to an account. */
        ACCOUNT("Accounts and sign-in"),
        /** Somebody looked at, searched for, printed or took out something. */
        ACCESS("Looking, searching, printing and exporting"),
        /** Something was written down or changed. */
        CHANGE("Writing and changing"),
        /** Somebody decided. */
        DECISION("Decisions"),
        /** Something was refused. */
        REFUSAL("Refusals"),
        /** Work on the installation itself. */
        OPERATION("Running the service");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The kind in words. */
        public String label() {
            return label;
        }
    }
}
