package org.silkthread.server.dashboards.web;

import org.silkthread.server.activity.Item.Kind;
import org.silkthread.server.dashboards.Measure;
import org.silkthread.server.dashboards.Readout;

/** How the readout of a tile is said to those who look at it. */
interface TileWords {

    /**
     * What is said.
     *
     * @param figure in large type
     * @param detail in a sentence; may be blank
     * @param basis of how many and when
     */
    record Said(String figure, String detail, String basis) {}

    Said say(Measure measure, Readout readout);

    /** What is counted, one and many. */
    static Unit unit(Measure measure) {
        return switch (measure) {
            case Measure.Waits waits -> unit(waits.to());
            case Measure.Mean mean -> unit(mean.to());
            case Measure.Within within -> unit(within.to());
            case Measure.PeopleNow now -> Unit.PEOPLE;
            case Measure.LongestNow longest -> Unit.PEOPLE;
            case Measure.Number number -> Unit.PEOPLE;
            case Measure.Having having -> Unit.PEOPLE;
        };
    }

    private static Unit unit(Kind kind) {
        return switch (kind) {
            case TESTED, RESULTED -> new Unit("test", "tests");
            case OPERATION_SCHEDULED, OPERATION_STARTED, OPERATION_ENDED -> new Unit("operation", "operations");
            default -> Unit.PEOPLE;
        };
    }

    /** A noun. */
    record Unit(String one, String many) {
        static final Unit PEOPLE = new Unit("person", "people");
    }

    /** Where nothing counts. */
    static Said none(Measure measure) {
        return measure instanceof Measure.LongestNow
                ? new Said("Nobody waits", "", when(measure))
                : new Said("None", "", "no " + unit(measure).many() + " " + when(measure));
    }

    /** 'in the last hour', or 'now'. */
    static String when(Measure measure) {
        return measure.over().isZero() ? "now" : Lengths.over(measure.over());
    }
}
