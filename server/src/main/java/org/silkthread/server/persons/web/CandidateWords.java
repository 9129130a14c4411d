package org.silkthread.server.persons.web;

import java.util.List;
import org.silkthread.server.persons.Candidate;
import org.silkthread.server.persons.PersonDetails;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.SummaryRow;
import org.springframework.stereotype.Component;

/** Somebody who was found, in words that tell them from others. */
@Component
class CandidateWords {

    private static final String LOCKED = "Not shown, because the record is locked";

    private final PlaceNames places;

    CandidateWords(PlaceNames places) {
        this.places = places;
    }

    String place(String code) {
        return places.name(code);
    }

    CandidateView of(Candidate candidate) {
        PersonDetails who = candidate.person().details();
        String missing = candidate.locked() ? LOCKED : "Not known";
        return new CandidateView(
                candidate.person().id().toString(),
                who.name(),
                List.of(
                        SummaryRow.of("Date of birth", Wording.date(who.birthDate())),
                        SummaryRow.of("Sex", who.sex().words()),
                        SummaryRow.of(
                                "NHS number ends in",
                                who.nhsNumber().map(number -> number.ending()).orElse("Not known")),
                        SummaryRow.of("Address", who.addressLine().orElse(missing)),
                        SummaryRow.of(
                                "GP practice", who.practice().map(places::name).orElse(missing))),
                candidate.locked(),
                !candidate.lookAlikes().isEmpty());
    }
}
