package org.silkthread.cli.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.silkthread.server.accounts.QualityAccounts;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.identity.Role;
import org.silkthread.server.publication.Draft;
import org.silkthread.server.publication.Frozen;
import org.silkthread.server.publication.Gap;
import org.silkthread.server.publication.Publication;
import org.silkthread.server.publication.PublicationId;
import org.silkthread.server.publication.Publications;
import org.silkthread.server.publication.SignedOff;

/** Writes and publishes the Quality Accounts of the demonstration, by the steps that everybody takes. */
public final class DemoQualityAccounts {

    private static final List<String> PUBLISHED =
            List.of("DZA", "DZB", "DZC", "DZD", "DZE", "DZG", "DZJ", "DZK", "DZL", "DZN");

    private static final Map<String, String> COMMENTS = Map.of(
            "commissioner",
            "We have compared the account with the figures that we hold and find that they agree. We welcome the"
                    + " priorities and ask for progress to be reported every quarter.",
            "scrutiny",
            "The committee discussed the draft in public. Members asked for waits in the evening to be shown"
                    + " separately next year.",
            "patients",
            "No statement was received.");

    private final QualityAccounts accounts;
    private final Publications publications;
    private final FinancialYear year;

    /**
     * @param year the year of the accounts; it is over
     */
    public DemoQualityAccounts(QualityAccounts accounts, Publications publications, FinancialYear year) {
        this.accounts = accounts;
        this.publications = publications;
        this.year = year;
    }

    /** Ten accounts are published, one is frozen and waits for its signature, one is a draft with gaps. */
    public void make() {
        PUBLISHED.forEach(this::publish);
        freeze(DemoCountry.OUTLIER);
        accounts.open(DemoCountry.LATE_REPORTER, year, lead(DemoCountry.LATE_REPORTER));
    }

    private void publish(String organisation) {
        PublicationId id = QualityAccounts.id(organisation, year);
        if (accounts.find(organisation, year).isPresent()) {
            return;
        }
        Frozen frozen = freeze(organisation);
        Actor.Person officer =
                DemoPeople.holder(Role.ACCOUNTABLE_OFFICER, organisation).actor();
        SignedOff signed = publications.signOff(
                id,
                frozen.version(),
                "To the best of my knowledge the information in this account is accurate.",
                officer);
        publications.publish(id, signed.version(), officer);
    }

    private Frozen freeze(String organisation) {
        Actor.Person lead = lead(organisation);
        PublicationId id = QualityAccounts.id(organisation, year);
        Publication begun = accounts.open(organisation, year, lead);
        if (begun instanceof Frozen already) {
            return already;
        }
        Draft written = accounts.write(organisation, year, begun.version(), narrative(), lead);
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Gap gap : accounts.gaps(written)) {
            reasons.put(
                    gap.task(),
                    "There is no national indicator of this kind for this service yet. We are choosing a local one with"
                            + " our clinical teams and will report it next year.");
        }
        Draft complete =
                reasons.isEmpty() ? written : accounts.write(organisation, year, written.version(), reasons, lead);
        Frozen frozen = publications.freeze(id, complete.version(), lead);
        for (Map.Entry<String, String> comment : COMMENTS.entrySet()) {
            frozen = publications.attach(id, frozen.version(), comment.getKey(), comment.getValue(), lead);
        }
        return frozen;
    }

    private static Actor.Person lead(String organisation) {
        return DemoPeople.holder(Role.QUALITY_LEAD, organisation).actor();
    }

    private static Map<String, String> narrative() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(
                "part-1",
                "This account shows where our care was good and where it was not. We are proud of the teams behind the"
                        + " improvements, and we are sorry to the people who waited too long.");
        texts.put(
                "part-3",
                "Clinical teams, patients and our governors helped to choose what this account covers. Where we did not"
                        + " reach a standard, the figure is shown as large as where we did.");
        priority(
                texts,
                1,
                "See more people in the emergency department within 4 hours",
                "Waits were the most frequent complaint this year.",
                "The board looks at the chart of each week, and we report it here next year.");
        priority(
                texts,
                2,
                "Fewer infections after hip surgery",
                "Every infection means pain and often a second operation.",
                "Surgeons review each infection within a month.");
        priority(
                texts,
                3,
                "Hear from more patients",
                "Too few people told us about their stay to be sure what we should change.",
                "The number of answers is counted each month for every ward.");
        return texts;
    }

    private static void priority(Map<String, String> texts, int number, String aim, String why, String monitoring) {
        texts.put("priority-" + number + "-aim", aim);
        texts.put("priority-" + number + "-why", why);
        texts.put("priority-" + number + "-monitoring", monitoring);
    }
}
