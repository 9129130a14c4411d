package org.silkthread.server.calendar;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Map;
import org.silkthread.server.calendar.BankHolidays.BankHoliday;
import org.silkthread.server.register.ContentKind;
import org.silkthread.server.register.Register;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room reads from the content folder. */
@Configuration(proxyBeanMethods = false)
class CalendarContent {

    static final ContentKind<StatutoryDate> STATUTORY_DATES = new ContentKind<>("statutory-dates", StatutoryDate.class);

    static final ContentKind<BankHolidays> BANK_HOLIDAYS = new ContentKind<>("bank-holidays", BankHolidays.class);

    @Bean
    static ContentKind<StatutoryDate> statutoryDateKind() {
        return STATUTORY_DATES;
    }

    @Bean
    static ContentKind<BankHolidays> bankHolidayKind() {
        return BANK_HOLIDAYS;
    }

    @Bean
    WorkingDays workingDays(Register register) {
        Map<LocalDate, String> holidays = register.all(BANK_HOLIDAYS, LocalDate.of(9999, 12, 31)).stream()
                .flatMap(year -> year.content().holidays().stream())
                .collect(toMap(BankHoliday::date, BankHoliday::name));
        return new WorkingDays(holidays);
    }
}
