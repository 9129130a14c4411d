package org.silkthread.measure.synthetic;

/** Findings whose value is a concept. */
enum Answer {
    NEVER_SMOKED(Term.snomed("266919005", "Never smoked tobacco")),
    EX_SMOKER(Term.snomed("8517006", "Ex-smoker")),
    SMOKER(Term.snomed("77176002", "Smoker")),
    AT_HOME(Term.local("place-home", "Own home")),
    IN_HOSPICE(Term.local("place-hospice", "Hospice")),
    IN_CARE_HOME(Term.local("place-care-home", "Care home")),
    IN_HOSPITAL(Term.local("place-hospital", "Hospital"));

    private final Term term;

    Answer(Term term) {
        this.term = term;
    }

    Term term() {
        return term;
    }
}
