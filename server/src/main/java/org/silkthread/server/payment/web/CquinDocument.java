package org.silkthread.server.payment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.payment.Contract;
import org.silkthread.server.payment.CquinStatements;
import org.silkthread.server.payment.Goal;
import org.silkthread.server.payment.PublicPricing;
import org.silkthread.server.web.component.Csv;

/** One contract as JSON; its goals are the rows of the CSV file. */
@Schema(name = "CquinContract")
record CquinDocument(
        String contract,
        String provider,
        String commissioner,
        String year,
        @Schema(description = "In pounds") BigDecimal contractValue,

        @Schema(description = "Whether both sides have agreed a statement; amounts are given when they have")
        boolean agreed,

        @Schema(description = "The signed cut of figures that the statement was priced from")
        Optional<String> cut,

        @Schema(description = "The entry of the register of rules and its version")
        Optional<String> rules,

        Optional<Amount> total,
        List<GoalDocument> goals) {

    /** An amount in pounds; least and most are equal when it is known. */
    @Schema(name = "CquinAmount")
    record Amount(BigDecimal least, BigDecimal most) {
        static Amount of(PublicPricing.Span span) {
            return new Amount(span.least().pounds(), span.most().pounds());
        }
    }

    /** One goal. */
    @Schema(name = "CquinGoal")
    record GoalDocument(
            int number,
            String title,
            String indicator,
            String figure,

            @Schema(description = "Share of the scheme's money in per cent")
            BigDecimal weight,

            Optional<Amount> amount,
            Optional<String> explanation) {

        static GoalDocument of(Contract contract, Goal goal, Optional<PublicPricing.Line> line) {
            return new GoalDocument(
                    goal.number(),
                    goal.title(),
                    goal.indicator(),
                    CquinStatements.figure(contract, goal).code(),
                    goal.weight(),
                    line.map(known -> Amount.of(known.amount())),
                    line.map(PublicPricing.Line::explanation));
        }
    }

    static CquinDocument of(PublicContract published) {
        Contract contract = published.shown();
        return new CquinDocument(
                contract.id(),
                contract.provider(),
                contract.commissioner(),
                contract.year().code(),
                contract.value().pounds(),
                published.settled().isPresent(),
                published.settled().map(settled -> settled.cut().toString()),
                published
                        .settled()
                        .map(settled -> settled.pricing().scheme().id() + " version "
                                + settled.pricing().scheme().version()),
                published.settled().map(settled -> Amount.of(settled.pricing().total())),
                contract.goals().stream()
                        .map(goal -> GoalDocument.of(contract, goal, line(published, goal)))
                        .toList());
    }

    private static Optional<PublicPricing.Line> line(PublicContract published, Goal goal) {
        return published.settled().stream()
                .flatMap(settled -> settled.pricing().lines().stream())
                .filter(line -> line.goal().number() == goal.number())
                .findFirst();
    }

    static String csv(List<CquinDocument> documents) {
        StringBuilder out = new StringBuilder(Csv.line(List.of(
                "contract",
                "provider",
                "commissioner",
                "year",
                "contract_value",
                "goal_number",
                "goal",
                "indicator",
                "figure",
                "weight_percent",
                "agreed",
                "amount_least",
                "amount_most",
                "explanation")));
        documents.forEach(document -> document.goals().forEach(goal -> out.append(document.line(goal))));
        return out.toString();
    }

    private String line(GoalDocument goal) {
        return Csv.line(List.of(
                contract,
                provider,
                commissioner,
                year,
                contractValue.toPlainString(),
                Integer.toString(goal.number()),
                goal.title(),
                goal.indicator(),
                goal.figure(),
                goal.weight().toPlainString(),
                agreed ? "yes" : "no",
                goal.amount().map(amount -> amount.least().toPlainString()).orElse("Not agreed yet"),
                goal.amount().map(amount -> amount.most().toPlainString()).orElse("Not agreed yet"),
                goal.explanation().orElse("Not agreed yet")));
    }
}
