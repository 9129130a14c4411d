package org.silkthread.server.payment;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.register.Entry;
import org.silkthread.server.register.Register;
import org.springframework.stereotype.Component;

/** The scheme's rules, year by year. A year's rules are those in force at its end. */
@Component
public class CquinSchemes {

    private final Register register;
    private final Clock clock;

    CquinSchemes(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** The rules of a year, if the register holds them. */
    public Optional<CquinScheme> find(FinancialYear year) {
        return register.asAt(CquinContent.SCHEMES, CquinScheme.key(year), year.end())
                .map(Entry::content);
    }

    /** Every year's rules up to the present year, newest first. */
    public List<CquinScheme> all() {
        FinancialYear now = FinancialYear.of(UkTime.today(clock));
        return register.all(CquinContent.SCHEMES, now.end()).stream()
                .map(Entry::content)
                .sorted(Comparator.comparing(CquinScheme::year).reversed())
                .toList();
    }

    /**
     * The rules as an earlier statement applied them.
     *
     * @throws IllegalStateException if the register does not hold them, which it never loses
     */
    CquinScheme version(String id, int version) {
        return register.history(CquinContent.SCHEMES, id).stream()
                .filter(entry -> entry.version() == version)
                .map(Entry::content)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The register has lost " + id + " version " + version));
    }
}
