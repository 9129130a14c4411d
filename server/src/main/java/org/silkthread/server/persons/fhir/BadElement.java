package org.silkthread.server.persons.fhir;

/** An element of a resource that cannot be taken in, with where it stands and what should stand there. */
public final class BadElement extends Exception {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String expected;

    BadElement(String path, String expected) {
        super(path);
        this.path = path;
        this.expected = expected;
    }

    /** Where in the resource, such as {@code subject.reference}. */
    public String path() {
        return path;
    }

    /** What should stand there, in words. What was found is never repeated: it may be about a person. */
    public String expected() {
        return expected;
    }
}
