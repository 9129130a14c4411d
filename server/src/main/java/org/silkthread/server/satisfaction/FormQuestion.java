package org.silkthread.server.satisfaction;

/** What the form asks beside the grade. Each may be left out. */
public enum FormQuestion {
    WAIT("told-about-wait", "Did somebody tell you how long you would wait?"),
    INVOLVED("involved", "Were you involved in decisions as much as you wanted?"),
    RESPECT("respect", "Did staff treat you with kindness and respect?");

    /** How one is answered. */
    public enum Reply {
        YES("Yes"),
        PARTLY("Partly"),
        NO("No");

        private final String words;

        Reply(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private final String code;
    private final String words;

    FormQuestion(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The name of its field, and how it is kept. */
    public String code() {
        return code;
    }

    public String words() {
        return words;
    }
}
