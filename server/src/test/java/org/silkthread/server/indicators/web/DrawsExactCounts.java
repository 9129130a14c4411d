package org.silkthread.server.indicators.web;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.disclosure.Disclosure;
import org.silkthread.server.disclosure.SmallNumbers;
import org.silkthread.server.indicators.Cuts;
import org.silkthread.server.indicators.ExactCounts;
import org.silkthread.server.indicators.FigureId;

/** A page as it must not be, for the test of the rules: it takes counts past the gate, and makes them up itself. */
public final class DrawsExactCounts {

    private DrawsExactCounts() {}

    /** Takes the counts that are for calculations inside. */
    public static long taken(Cuts cuts, UUID cut, FigureId figure) {
        return cuts.exact(cut, figure).orElseThrow().numerator();
    }

    /** Makes counts of its own. */
    public static ExactCounts made() {
        return new ExactCounts(7, OptionalLong.empty(), Optional.empty());
    }

    /** Lets anybody pass for a member. */
    public static String passed() {
        Audience anybody = new Audience.Members(Set.of("R0A"));
        return Disclosure.to(anybody, Optional.of("R0A"), 7, SmallNumbers.cell(7))
                .toString();
    }
}
