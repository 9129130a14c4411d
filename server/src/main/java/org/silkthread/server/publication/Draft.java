package org.silkthread.server.publication;

import java.util.List;
import java.util.stream.Collectors;
import org.silkthread.server.publication.StepRefused.Reason;

/** Being written. Its figures are live and nobody outside its owner knows of it. */
public record Draft(PublicationId id, String title, int version, Manuscript manuscript)
        implements Publication.Unpublished {

    @Override
    public String condition() {
        return "is a draft";
    }

    /** The draft with another text in one section. */
    public Draft write(Step.Write step) {
        return new Draft(
                id,
                title,
                version + 1,
                manuscript.with(step.section(), new Manuscript.Passage(step.text(), step.by(), step.at())));
    }

    /**
     * Words and figures as they will be signed.
     *
     * @param gaps what is still missing; a draft with a gap cannot be frozen
     */
    public Frozen freeze(List<Gap> gaps, Step.Freeze step) {
        requireNone(gaps);
        return new Frozen(
                id, title, version + 1, manuscript.touchedBy(step.by()), step.cut(), step.seal(), step, List.of());
    }

    static void requireNone(List<Gap> gaps) {
        if (!gaps.isEmpty()) {
            throw new StepRefused(
                    Reason.GAPS,
                    "Something is still missing: "
                            + gaps.stream().map(Gap::words).collect(Collectors.joining(" ")));
        }
    }
}
