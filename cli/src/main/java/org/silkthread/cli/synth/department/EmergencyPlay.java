package org.silkthread.cli.synth.department;

import java.util.ArrayList;
import java.util.List;
import org.silkthread.cli.mllp.Sending;
import org.silkthread.measure.synthetic.NhsNumbers;
import org.silkthread.server.calendar.UkTime;

/** The messages of an emergency department over a stretch of time. */
public final class EmergencyPlay {

    private static final int MESSAGES = 4;
    private static final int PERSON = 3;

    private final DepartmentOrder order;

    public EmergencyPlay(DepartmentOrder order) {
        this.order = order;
    }

    /** All messages that leave in it, in the order in which they leave. */
    public List<Sending> sendings() {
        NhsNumbers nhsNumbers = new NhsNumbers(order.seed());
        String run = "ed" + order.seed() + "-" + order.time().from().getEpochSecond() / 60;
        int year = order.time().from().atZone(UkTime.ZONE).getYear();
        List<Draft> drafts = new ArrayList<>();
        for (Visit visit : new Department(order).visits()) {
            String number = "%s-V%05d".formatted(run, visit.number());
            InventedPerson person =
                    InventedPerson.drawn(nhsNumbers, visit.number(), "P" + number, year, chance(visit, PERSON));
            drafts.addAll(
                    new VisitMessages(visit, number, person.segment(order.organisation()), chance(visit, MESSAGES))
                            .drafts());
        }
        return new Post(order.seed(), order.organisation(), order.time(), order.stopped()).sent(drafts, run);
    }

    private Chance chance(Visit visit, int purpose) {
        return new Chance(order.seed(), visit.number() * 8L + purpose);
    }
}
