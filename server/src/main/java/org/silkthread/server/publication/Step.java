package org.silkthread.server.publication;

import java.time.Instant;
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

    record Correct(String about, String words, String reason, Optional<FrozenCut> figures, Actor.Person by, Instant at)
            implements Step {}

    record Withdraw(String reason, Actor.Person by, Instant at) implements Step {}

    /** Whether the other is this step over again: the same person asking for the same thing. */
    default boolean repeats(Step other) {
        if (!by().username().equals(other.by().username())) {
            return false;
        }
        return switch (this) {
            case Open open -> other instanceof Open(var title, _, _) && title.equals(open.title());
            case Write write ->
                other instanceof Write(var section, var text, _, _)
                        && section.equals(write.section())
                        && text.equals(write.text());
            case Freeze _ -> other instanceof Freeze;
            case Attach attach ->
                other instanceof Attach(var body, var words, _, _)
                        && body.equals(attach.body())
                        && words.equals(attach.words());
            case SignOff _ -> other instanceof SignOff;
            case SendBack sendBack ->
                other instanceof SendBack(var reason, _, _) && reason.equals(sendBack.reason());
            case Publish _ -> other instanceof Publish;
            case Correct correct ->
                other instanceof Correct(var about, var words, var reason, _, _, _)
                        && about.equals(correct.about())
                        && words.equals(correct.words())
                        && reason.equals(correct.reason());
            case Withdraw withdraw ->
                other instanceof Withdraw(var reason, _, _) && reason.equals(withdraw.reason());
        };
    }
}
