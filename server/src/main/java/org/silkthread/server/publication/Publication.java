package org.silkthread.server.publication;

import java.util.List;
import org.silkthread.server.publication.StepRefused.Reason;

/**
 * A publication in one of its states. Each state offers only the steps that may be taken from it, so a step out of order
 * does not compile; where the state is known at run time alone, {@link #after} refuses it in words.
 *
 * <pre>
 * Draft -> Frozen -> SignedOff -> Published -> Correcting -> Corrected -> Withdrawn
 *   ^________|___________|            |  ^_________|  ^________|              ^
 *                                     |___________________________________|
 * </pre>
 */
public sealed interface Publication {

    PublicationId id();

    String title();

    /** How many steps have been taken. A form carries the version that its reader saw. */
    int version();

    Manuscript manuscript();

    /** The state in words that follow a name, such as 'has been frozen'. */
    String condition();

    /** A state that the public may not know of. */
    sealed interface Unpublished extends Publication permits Draft, Frozen, SignedOff {}

    /** A state that stands at the permanent address. */
    sealed interface Public extends Publication permits Published, Correcting, Corrected, Withdrawn {

        /** What was published, as it was then. */
        Published asPublished();

        /** Oldest first. */
        List<Correction> corrections();

        @Override
        default PublicationId id() {
            return asPublished().signed().id();
        }

        @Override
        default String title() {
            return asPublished().signed().title();
        }

        @Override
        default Manuscript manuscript() {
            return asPublished().signed().manuscript();
        }

        /** The cut that its figures are read from, for ever. */
        default FrozenCut cut() {
            return asPublished().signed().frozen().cut();
        }
    }

    /** The publication that a first step opens. */
    static Draft opened(PublicationId id, Step.Open step) {
        return new Draft(id, step.title(), 1, Manuscript.openedBy(step.by()));
    }

    /** The publication that these steps led to; the first is an {@link Step.Open}. */
    static Publication replay(PublicationId id, List<Step> steps) {
        if (!(steps.getFirst() instanceof Step.Open open)) {
            throw new IllegalStateException(id + " does not begin with being opened");
        }
        Publication publication = opened(id, open);
        for (Step step : steps.subList(1, steps.size())) {
            publication = publication.after(step);
        }
        return publication;
    }

    /**
     * The publication after a step whose gaps have been checked.
     *
     * @throws StepRefused if the state does not allow the step, or the person may not take it
     */
    default Publication after(Step step) {
        return switch (this) {
            case Draft draft ->
                switch (step) {
                    case Step.Write write -> draft.write(write);
                    case Step.Freeze freeze -> draft.freeze(List.of(), freeze);
                    default -> throw outOfOrder(step);
                };
            case Frozen frozen ->
                switch (step) {
                    case Step.Attach attach -> frozen.attach(attach);
                    case Step.SignOff signOff -> frozen.signOff(List.of(), signOff);
                    case Step.SendBack sendBack -> frozen.sendBack(sendBack);
                    default -> throw outOfOrder(step);
                };
            case SignedOff signed ->
                switch (step) {
                    case Step.Publish publish -> signed.publish(publish);
                    case Step.SendBack sendBack -> signed.sendBack(sendBack);
                    default -> throw outOfOrder(step);
                };
            case Published published ->
                switch (step) {
                    case Step.Propose propose -> published.propose(propose);
                    case Step.Withdraw withdraw -> published.withdraw(withdraw);
                    default -> throw outOfOrder(step);
                };
            case Correcting correcting ->
                switch (step) {
                    case Step.Correct correct -> correcting.correct(correct);
                    case Step.Drop drop -> correcting.drop(drop);
                    case Step.Withdraw withdraw -> correcting.withdraw(withdraw);
                    default -> throw outOfOrder(step);
                };
            case Corrected corrected ->
                switch (step) {
                    case Step.Propose propose -> corrected.propose(propose);
                    case Step.Withdraw withdraw -> corrected.withdraw(withdraw);
                    default -> throw outOfOrder(step);
                };
            case Withdrawn _ -> throw outOfOrder(step);
        };
    }

    private StepRefused outOfOrder(Step step) {
        return new StepRefused(
                Reason.OUT_OF_ORDER, "‘" + title() + "’ " + condition() + ". It cannot be " + done(step) + " now.");
    }

    private static String done(Step step) {
        return switch (step) {
            case Step.Open _ -> "started again";
            case Step.Write _ -> "edited";
            case Step.Freeze _ -> "frozen";
            case Step.Attach _ -> "added to";
            case Step.SignOff _ -> "signed off";
            case Step.SendBack _ -> "sent back";
            case Step.Publish _ -> "published";
            case Step.Propose _, Step.Correct _ -> "corrected";
            case Step.Drop _ -> "freed of a correction";
            case Step.Withdraw _ -> "withdrawn";
        };
    }
}
