package org.silkthread.server.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.silkthread.server.publication.StepRefused.Reason;

/**
 * Words and figures stand still. Other bodies may add what they have to say, and a second named person may sign.
 *
 * @param cut the figures
 * @param seal the fingerprint of words and figures together
 * @param freezing who froze it and when
 * @param attachments what other bodies said, in the order in which it was entered
 */
public record Frozen(
        PublicationId id,
        String title,
        int version,
        Manuscript manuscript,
        FrozenCut cut,
        Seal seal,
        Step.Freeze freezing,
        List<Attachment> attachments)
        implements Publication.Unpublished {

    public Frozen {
        attachments = List.copyOf(attachments);
        if (!seal.equals(Seal.ofFrozen(id, title, manuscript, cut))) {
            throw new IllegalStateException(id + " does not match its seal: its words have been tampered with");
        }
    }

    @Override
    public String condition() {
        return "has been frozen";
    }

    /** What the body said last. */
    public Optional<Attachment> attachment(String body) {
        return Optional.ofNullable(latestAttachments().get(body));
    }

    /** The statement of each body that stands, by the body's key. */
    public Map<String, Attachment> latestAttachments() {
        Map<String, Attachment> latest = new TreeMap<>();
        attachments.forEach(attachment -> latest.put(attachment.body(), attachment));
        return latest;
    }

    /** With another body's statement beside it. Whoever enters one has had a hand in the publication. */
    public Frozen attach(Step.Attach step) {
        List<Attachment> more = new ArrayList<>(attachments);
        more.add(new Attachment(step.body(), step.words(), step.by(), step.at()));
        return new Frozen(id, title, version + 1, manuscript.touchedBy(step.by()), cut, seal, freezing, more);
    }

    /**
     * Signed by a second person.
     *
     * @param gaps what is still missing before anybody may sign
     */
    public SignedOff signOff(List<Gap> gaps, Step.SignOff step) {
        Draft.requireNone(gaps);
        if (manuscript.hasHandOf(step.by())) {
            throw new StepRefused(
                    Reason.SAME_PERSON,
                    "You have written or changed part of ‘" + title
                            + "’. Somebody who has had no part in it must sign it.");
        }
        return new SignedOff(this, version + 1, step);
    }

    static void requireReason(Step.SendBack step) {
        if (step.reason().isBlank()) {
            throw new StepRefused(Reason.WORDS_MISSING, "Enter the reason.");
        }
    }

    /** The seal that a signature with this declaration carries. */
    public Seal sealForSigning(String declaration) {
        return Seal.ofSigned(seal, attachments, declaration);
    }

    /**
     * Back to a draft. The cut that was taken is kept but no longer used; the next freeze takes another. Whoever sends
     * it back writes nothing in it, so they may sign it later.
     */
    public Draft sendBack(Step.SendBack step) {
        requireReason(step);
        return new Draft(id, title, version + 1, manuscript);
    }
}
