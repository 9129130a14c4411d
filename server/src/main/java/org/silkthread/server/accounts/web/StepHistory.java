package org.silkthread.server.accounts.web;

import java.util.List;
import org.silkthread.server.accounts.Commentator;
import org.silkthread.server.accounts.Narrative;
import org.silkthread.server.publication.Publication;
import org.silkthread.server.publication.Publications;
import org.silkthread.server.publication.Step;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;
import org.springframework.stereotype.Component;

/** Who did what with an account, latest first. */
@Component
class StepHistory {

    private final Publications publications;

    StepHistory(Publications publications) {
        this.publications = publications;
    }

    Table table(Publication account) {
        return new Table(
                "History of this account",
                List.of(Column.words("When"), Column.words("Who"), Column.words("What")),
                publications.history(account.id()).reversed().stream()
                        .map(step -> Table.row(
                                Cell.words(Signing.moment(step.at())),
                                Cell.words(step.by().name() + ", " + step.by().role()),
                                Cell.words(words(step))))
                        .toList());
    }

    private static String words(Step step) {
        return switch (step) {
            case Step.Open _ -> "Started the account";
            case Step.Write write -> "Wrote ‘" + section(write.section()) + "’";
            case Step.Freeze _ -> "Froze words and figures";
            case Step.Attach attach ->
                "Entered the statement of: "
                        + Commentator.of(attach.body()).map(Commentator::title).orElse(attach.body());
            case Step.SignOff _ -> "Signed";
            case Step.SendBack sendBack -> "Sent it back: " + sendBack.reason();
            case Step.Publish _ -> "Published";
            case Step.Propose propose -> "Proposed a correction: " + propose.reason();
            case Step.Correct correct -> "Signed and published a correction: " + correct.reason();
            case Step.Drop drop -> "Dropped the correction that waited: " + drop.reason();
            case Step.Withdraw withdraw -> "Withdrew it: " + withdraw.reason();
        };
    }

    private static String section(String key) {
        return Narrative.section(key).map(Narrative.Section::title).orElse(key.replace('-', ' '));
    }
}
