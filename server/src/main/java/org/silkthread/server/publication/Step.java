package org.silkthread.server.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.audit.Actor;

/** Something a named person did to a publication. The steps in order are the whole truth about it. */
public sealed interface Step {

    Actor.Person by();

    Instant at();

    record Open(String title, Actor.Person by, Instant at) implements Step {}

    record Write(String section, String text, Actor.Person by, Instant at) implements Step {}

    record Freeze(FrozenCut cut, Seal seal, Actor.Person by, Instant at) implements Step {}

    record Attach(String body, String words, Actor.Person by, Instant at) implements Step {}

    record SignOff(String declaration, Seal seal, Actor.Person by, Instant at) implements Step {}

    record SendBack(String reason, Actor.Person by, Instant at) implements Step {}

    record Publish(Actor.Person by, Instant at) implements Step {}

    record Propose(String about, String words, String reason, Optional<FrozenCut> figures, Actor.Person by, Instant at)
            implements Step {}

    /** Signs the correction that was proposed; what it says is repeated here, so that this row alone tells it. */
    record Correct(String about, String words, String reason, Optional<FrozenCut> figures, Actor.Person by, Instant at)
            implements Step {

        static Correct signing(Propose proposal, Actor.Person by, Instant at) {
            return new Correct(proposal.about(), proposal.words(), proposal.reason(), proposal.figures(), by, at);
        }
    }

    record Drop(String reason, Actor.Person by, Instant at) implements Step {}

    record Withdraw(String reason, Actor.Person by, Instant at) implements Step {}

    /** What the audit trail keeps of it. */
    default String detail() {
        return switch (this) {
            case Open open -> open.title();
            case Write write -> "section " + write.section();
            case Freeze freeze ->
                "cut " + freeze.cut().id() + ", seal " + freeze.seal().hash();
            case Attach attach -> "statement of " + attach.body();
            case SignOff signOff -> "seal " + signOff.seal().hash();
            case SendBack sendBack -> sendBack.reason();
            case Publish _ -> "";
            case Propose propose -> propose.about() + ": " + propose.reason();
            case Correct correct -> correct.about() + ": " + correct.reason();
            case Drop drop -> drop.reason();
            case Withdraw withdraw -> withdraw.reason();
        };
    }

    /** Whether the other is this step over again: the same person asking for the same thing. */
    default boolean repeats(Step other) {
        return getClass() == other.getClass()
                && by().username().equals(other.by().username())
                && asked().equals(other.asked());
    }

    /** What the person gave with the step, apart from what was computed. */
    private List<String> asked() {
        return switch (this) {
            case Open open -> List.of(open.title());
            case Write write -> List.of(write.section(), write.text());
            case Freeze freeze -> List.of();
            case Attach attach -> List.of(attach.body(), attach.words());
            case SignOff signOff -> List.of();
            case SendBack sendBack -> List.of(sendBack.reason());
            case Publish publish -> List.of();
            case Propose propose -> List.of(propose.about(), propose.words(), propose.reason());
            case Drop drop -> List.of(drop.reason());
            case Correct correct -> List.of(correct.about(), correct.words(), correct.reason());
            case Withdraw withdraw -> List.of(withdraw.reason());
        };
    }
}
