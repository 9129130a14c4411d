package org.silkthread.methods.spc;

import java.time.LocalDate;
import java.util.List;

/**
 * What changed and when: neighbouring points of one phase that mean the same for the measure, in the same direction.
 *
 * @param from date of the first of them
 * @param to date of the last of them
 * @param points how many
 * @param icon what they mean and which way the measure moved; never common cause
 * @param causes the rules that mark them, strongest first, none twice
 */
public record XmrSignal(LocalDate from, LocalDate to, int points, VariationIcon icon, List<SpecialCause> causes) {

    public XmrSignal {
        causes = List.copyOf(causes);
    }
}
