package org.silkthread.server.publication;

/**
 * Signed by a second named person and ready to be published.
 *
 * @param signature who signed, when, with which words and over which content
 */
public record SignedOff(Frozen frozen, int version, Step.SignOff signature) implements Publication.Unpublished {

    public SignedOff {
        if (!signature.seal().equals(frozen.sealForSigning(signature.declaration()))) {
            throw new IllegalStateException(frozen.id() + " does not match what was signed");
        }
    }

    @Override
    public PublicationId id() {
        return frozen.id();
    }

    @Override
    public String title() {
        return frozen.title();
    }

    @Override
    public Manuscript manuscript() {
        return frozen.manuscript();
    }

    @Override
    public String condition() {
        return "has been signed off";
    }

    /** Public from this instant, at its permanent address. */
    public Published publish(Step.Publish step) {
        return new Published(this, version + 1, step);
    }

    /** Back to a draft; the signature no longer stands. */
    public Draft sendBack(Step.SendBack step) {
        Frozen.requireReason(step);
        return new Draft(id(), title(), version + 1, manuscript());
    }
}
