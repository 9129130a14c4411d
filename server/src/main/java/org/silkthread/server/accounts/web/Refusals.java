package org.silkthread.server.accounts.web;

import org.silkthread.server.publication.StepRefused;
import org.silkthread.server.web.Refusal;

/** What a refused step becomes on the way to the person who tried it. */
final class Refusals {

    private static final String LOOK = "Go back to the account to see where it stands.";

    private Refusals() {}

    /** As a page of its own. */
    static Refusal of(StepRefused refused) {
        return switch (refused.reason()) {
            case SAME_PERSON -> Refusal.forbidden(refused.words(), "Ask another accountable officer to sign it.");
            case OUT_OF_ORDER, CHANGED_MEANWHILE -> Refusal.conflict(refused.words(), LOOK);
            case GAPS -> Refusal.conflict(refused.words(), "Fill what is missing, then try again.");
            case WOULD_REVEAL ->
                Refusal.conflict(
                        refused.words(),
                        "Send the account back and leave out the figure, or ask the national team to withdraw what gives"
                                + " it away.");
            case WORDS_MISSING -> Refusal.badRequest(refused.words(), "Go back and fill it in.");
        };
    }

    /** Whether the form can be shown again with what was typed, so that nothing typed is lost. */
    static boolean canBeMended(StepRefused refused) {
        return refused.reason() == StepRefused.Reason.CHANGED_MEANWHILE
                || refused.reason() == StepRefused.Reason.WORDS_MISSING;
    }
}
