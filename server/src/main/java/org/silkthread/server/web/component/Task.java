package org.silkthread.server.web.component;

/**
 * A line of a task list.
 *
 * @param name what is to be done
 * @param hint more about it; blank for none
 * @param href where it is done; blank when this reader cannot do it, unused when it cannot start yet
 * @param status how far it is
 */
public record Task(String name, String hint, String href, Status status) {

    /** How far a task is. */
    public enum Status {
        COMPLETED("Completed", "nhsuk-tag--no-colour nhsuk-tag--no-border nhsuk-u-font-weight-normal"),
        INCOMPLETE("Incomplete", "nhsuk-tag--blue"),
        CANNOT_START_YET(
                "Cannot start yet",
                "nhsuk-tag--no-colour nhsuk-tag--no-border nhsuk-u-font-weight-normal nhsuk-u-secondary-text-colour");

        private final String words;
        private final String classes;

        Status(String words, String classes) {
            this.words = words;
            this.classes = classes;
        }

        public String words() {
            return words;
        }

        /** The tag's classes in the design system. */
        public String classes() {
            return classes;
        }
    }

    /** The same task for a reader who may see how far it is and not do it. */
    public Task toRead() {
        return new Task(name, hint, "", status);
    }

    /** Whether this reader can do it now. */
    public boolean canStart() {
        return status != Status.CANNOT_START_YET && !href.isBlank();
    }
}
