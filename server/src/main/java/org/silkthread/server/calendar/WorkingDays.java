package org.silkthread.server.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Days on which offices in England work: neither Saturday nor Sunday nor a bank holiday. It answers only for years whose
 * bank holidays are known and refuses to guess for others.
 */
public final class WorkingDays {

    private final TreeMap<LocalDate, String> holidays;
    private final LocalDate first;
    private final LocalDate last;

    /**
     * @param holidays the name of each bank holiday; those of every year from the first to the last
     * @throws IllegalArgumentException if there is none
     */
    public WorkingDays(Map<LocalDate, String> holidays) {
        if (holidays.isEmpty()) {
            throw new IllegalArgumentException("Working days are told by bank holidays; none are held");
        }
        this.holidays = new TreeMap<>(holidays);
        this.first = this.holidays.firstKey().withDayOfYear(1);
        this.last = this.holidays.lastKey().plusYears(1).withDayOfYear(1).minusDays(1);
    }

    /** The days for which this calendar can answer. */
    public Period known() {
        return new Period(first, last);
    }

    /**
     * @throws IllegalArgumentException if the bank holidays of its year are not known; so do all others here
     */
    public boolean isWorkingDay(LocalDate date) {
        requireKnown(date);
        DayOfWeek day = date.getDayOfWeek();
        return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY && !holidays.containsKey(date);
    }

    /** The name of the bank holiday on this date, if it is one. */
    public Optional<String> bankHoliday(LocalDate date) {
        requireKnown(date);
        return Optional.ofNullable(holidays.get(date));
    }

    /**
     * The working day that comes {@code count} working days after {@code date}, which itself is not counted. A negative
     * count goes back; 0 gives the date itself.
     */
    public LocalDate add(LocalDate date, int count) {
        requireKnown(date);
        int step = Integer.signum(count);
        LocalDate day = date;
        for (int left = Math.abs(count); left > 0; ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** The date itself when it is a working day, else the next one. */
    public LocalDate onOrAfter(LocalDate date) {
        return isWorkingDay(date) ? date : add(date, 1);
    }

    /**
     * How many working days lie after {@code from} up to {@code to}, the latter counted; negative when {@code to} comes
     * first. So {@code between(d, add(d, n))} is {@code n}.
     */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            // Going back, the earlier day is counted and the later one is not.
            return -workingDays(to, from);
        }
        return workingDays(from.plusDays(1), to.plusDays(1));
    }

    private int workingDays(LocalDate from, LocalDate until) {
        requireKnown(from);
        if (!from.equals(until)) {
            requireKnown(until.minusDays(1));
        }
        return Math.toIntExact(from.datesUntil(until).filter(this::isWorkingDay).count());
    }

    private void requireKnown(LocalDate date) {
        if (date.isBefore(first) || date.isAfter(last)) {
            throw new IllegalArgumentException("Bank holidays are held for " + first.getYear() + " to " + last.getYear()
                    + "; whether " + date + " is a working day is not known");
        }
    }
}
