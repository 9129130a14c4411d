package org.silkthread.server.directory.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** An organisation's page, as at today or another date. */
@Controller
class ProfileController {

    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d MMMM uuuu")
            .toFormatter(Locale.UK)
            .withResolverStyle(ResolverStyle.STRICT);

    private final Directory directory;
    private final ProfileViews views;
    private final Clock clock;

    ProfileController(Directory directory, ProfileViews views, Clock clock) {
        this.directory = directory;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/organisations/{code}")
    String profile(@PathVariable String code, @RequestParam(defaultValue = "") String date, Model model) {
        Optional<LocalDate> asked = date(date);
        LocalDate shown = asked.orElseGet(() -> UkTime.today(clock));
        Optional<Organisation> organisation = directory.find(code, shown);
        if (organisation.isEmpty()) {
            String capitals = code.toUpperCase(Locale.ROOT);
            if (!capitals.equals(code) && directory.find(capitals).isPresent()) {
                return "redirect:/organisations/" + capitals;
            }
            throw unknown(code);
        }
        String problem = date.isBlank() || asked.isPresent() ? "" : "Enter a real date, like 1 June 2010";
        model.addAttribute("profile", views.of(organisation.get(), shown, date, problem));
        return "directory/profile";
    }

    static Refusal unknown(String code) {
        return Refusal.notFound(
                "We do not know an organisation with the code " + code + ".",
                "Look for it by its name in the list of organisations.");
    }

    /** People write 1 June 2010, addresses 2010-06-01. */
    private static Optional<LocalDate> date(String text) {
        String words = text.strip().replaceAll("\\s+", " ");
        return Stream.of(WRITTEN, DateTimeFormatter.ISO_LOCAL_DATE)
                .flatMap(form -> parsed(words, form).stream())
                .filter(day -> day.getYear() > 0 && day.getYear() < 9999)
                .findFirst();
    }

    private static Optional<LocalDate> parsed(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(text, form));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
