package org.silkthread.server.accounts;

import java.util.LinkedHashMap;
import java.util.Map;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.publication.Publication;
import org.silkthread.server.publication.PublicationId;
import org.silkthread.server.publication.Publications;
import org.silkthread.server.publication.Published;
import org.springframework.stereotype.Component;

/** Takes an account through its steps by the faces of the rooms. A bean of every test's server. */
@Component
public class TestAccounts {

    private final QualityAccounts accounts;
    private final Publications publications;

    TestAccounts(QualityAccounts accounts, Publications publications) {
        this.accounts = accounts;
        this.publications = publications;
    }

    public static Actor.Person lead(String code) {
        return new Actor.Person("lead-" + code, "Helen Marsh", "Quality lead", code);
    }

    public static Actor.Person officer(String code) {
        return new Actor.Person("officer-" + code, "Kwame Osei", "Accountable officer", code);
    }

    /** Every text that people have to write. */
    public static Map<String, String> narrative() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(Narrative.STATEMENT.key(), "We want every patient to be safe.");
        texts.put(Narrative.REVIEW.key(), "Some things went well and some did not.");
        for (int number = 1; number <= Narrative.LEAST_PRIORITIES; number++) {
            Narrative.Priority priority = new Narrative.Priority(number);
            texts.put(priority.aim().key(), "Aim " + number);
            texts.put(priority.why().key(), "The figures show a need.");
            texts.put(priority.monitoring().key(), "By the same figures every month.");
        }
        return texts;
    }

    public Publication written(String code) {
        accounts.open(code, TestProviders.YEAR, lead(code));
        return accounts.write(code, TestProviders.YEAR, 1, narrative(), lead(code));
    }

    public Publication frozen(String code) {
        written(code);
        return publications.freeze(id(code), version(code), lead(code));
    }

    public Publication signed(String code) {
        frozen(code);
        comment(code);
        return publications.signOff(id(code), version(code), "True to the best of my knowledge.", officer(code));
    }

    /** Enters what everybody says who is asked. */
    public void comment(String code) {
        for (Commentator body : Commentator.values()) {
            publications.attach(id(code), version(code), body.key(), "We have read it and agree.", lead(code));
        }
    }

    public Published published(String code) {
        signed(code);
        return publish(code);
    }

    /** Publishes an account that is signed. */
    public Published publish(String code) {
        return publications.publish(id(code), version(code), lead(code));
    }

    public int version(String code) {
        return publications.find(id(code)).orElseThrow().version();
    }

    public static PublicationId id(String code) {
        return QualityAccounts.id(code, TestProviders.YEAR);
    }
}
