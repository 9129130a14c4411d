package org.silkthread.server.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a payment rule as a person writes it in a contract: {@code all or nothing at 90}, {@code linear 80 to 95},
 * {@code 80 pays 50; 90 pays 100} or {@code submission}.
 */
public final class PaymentRules {

    /** The four forms, for an error message. */
    public static final String FORMS =
            "one of: submission | all or nothing at 90 | linear 80 to 95 | 80 pays 50; 90 pays 100";

    private static final String NUMBER = "(\\d{1,9}(?:\\.\\d{1,6})?)";
    private static final Pattern ALL_OR_NOTHING = Pattern.compile("all or nothing at " + NUMBER);
    private static final Pattern LINEAR = Pattern.compile("linear " + NUMBER + " to " + NUMBER);
    private static final Pattern STEP = Pattern.compile(NUMBER + " pays " + NUMBER);

    private PaymentRules() {}

    /**
     * @param better which direction the indicator's definition calls better
     * @throws IllegalArgumentException saying what was expected when the text is none of the four forms, or when a rule
     *     rewards the wrong direction
     */
    public static PaymentRule parse(String text, Better better) {
        String rule = text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        if (rule.equals("submission")) {
            return new PaymentRule.ForSubmission();
        }
        Matcher allOrNothing = ALL_OR_NOTHING.matcher(rule);
        if (allOrNothing.matches()) {
            return new PaymentRule.AllOrNothing(better, new BigDecimal(allOrNothing.group(1)));
        }
        Matcher linear = LINEAR.matcher(rule);
        if (linear.matches()) {
            return inDirection(
                    new PaymentRule.Linear(new BigDecimal(linear.group(1)), new BigDecimal(linear.group(2))), better);
        }
        return new PaymentRule.Steps(better, steps(rule));
    }

    /**
     * Reads a rule that looks at results.
     *
     * @throws IllegalArgumentException also when the text is {@code submission}
     */
    public static PaymentRule.ForOutcome parseForOutcome(String text, Better better) {
        return switch (parse(text, better)) {
            case PaymentRule.ForOutcome outcome -> outcome;
            case PaymentRule.ForSubmission submission ->
                throw new IllegalArgumentException("\"submission\" does not look at results");
        };
    }

    private static PaymentRule inDirection(PaymentRule.Linear rule, Better better) {
        if (rule.better() != better) {
            throw new IllegalArgumentException("The rule \"" + rule.code() + "\" pays more for worse results: "
                    + better.name().toLowerCase(Locale.ROOT) + " is better for this indicator");
        }
        return rule;
    }

    private static List<PaymentRule.Step> steps(String rule) {
        List<PaymentRule.Step> steps = new ArrayList<>();
        for (String part : rule.split(";", -1)) {
            Matcher step = STEP.matcher(part.strip());
            if (!step.matches()) {
                throw new IllegalArgumentException("\"" + rule + "\" is not a payment rule. Write " + FORMS);
            }
            steps.add(new PaymentRule.Step(new BigDecimal(step.group(1)), new BigDecimal(step.group(2))));
        }
        return steps;
    }
}
