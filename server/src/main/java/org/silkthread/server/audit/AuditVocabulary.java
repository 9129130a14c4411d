package org.silkthread.server.audit;

import static org.silkthread.server.audit.AuditAction.Kind.ACCESS;
import static org.silkthread.server.audit.AuditAction.Kind.ACCOUNT;
import static org.silkthread.server.audit.AuditAction.Kind.CHANGE;
import static org.silkthread.server.audit.AuditAction.Kind.DECISION;
import static org.silkthread.server.audit.AuditAction.Kind.OPERATION;
import static org.silkthread.server.audit.AuditAction.Kind.REFUSAL;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every action that this version records, in plain words, so that people can read the trail. An action that is missing
 * here fails the build. Words are added and made clearer; a code never changes its meaning, because entries are kept for
 * good.
 */
public final class AuditVocabulary {

    /** In the order of the rooms. */
    public static final List<AuditAction> ALL = List.of(
            new AuditAction("identity.sign-in", ACCOUNT, "signed in"),
            new AuditAction("identity.sign-in-refused", REFUSAL, "tried to sign in and was refused"),
            new AuditAction("identity.sign-out", ACCOUNT, "signed out"),
            new AuditAction("identity.create", ACCOUNT, "opened an account"),
            new AuditAction("identity.set-password", ACCOUNT, "set the password of an account"),
            new AuditAction("identity.appoint", ACCOUNT, "appointed somebody to a post"),
            new AuditAction("identity.release", ACCOUNT, "ended somebody's post"),
            new AuditAction("identity.disable", ACCOUNT, "closed an account"),
            new AuditAction("identity.enable", ACCOUNT, "opened a closed account again"),
            new AuditAction("identity.refused", REFUSAL, "asked for a page and was refused"),
            new AuditAction("identity.link-issuer", ACCOUNT, "linked an account to an outside sign-in service"),
            new AuditAction("identity.add-second-factor", ACCOUNT, "added a second factor to an account"),
            new AuditAction("identity.remove-second-factor", ACCOUNT, "removed the second factor of an account"),
            new AuditAction("identity.add-passkey", ACCOUNT, "added a passkey to their account"),
            new AuditAction("identity.remove-passkey", ACCOUNT, "removed a passkey from their account"),
            new AuditAction("identity.renew-recovery-codes", ACCOUNT, "made new recovery codes"),
            new AuditAction("identity.invite", ACCOUNT, "invited somebody to set up their account"),
            new AuditAction("identity.redeem-invitation", ACCOUNT, "set up an account by an invitation"),
            new AuditAction("identity.ask-factor-removal", ACCOUNT, "asked for a second factor to be removed"),
            new AuditAction("identity.decide-factor-removal", DECISION, "decided about removing a second factor"),
            new AuditAction("identity.end-session", ACCOUNT, "ended a session"),
            new AuditAction("identity.end-sessions", ACCOUNT, "ended all sessions of an account"),
            new AuditAction("identity.token.made", ACCOUNT, "made a token for a program"),
            new AuditAction("identity.token.used", ACCESS, "read or wrote by a program with a token"),
            new AuditAction("identity.token.revoked", ACCOUNT, "revoked a token"),
            new AuditAction("identity.token.refused", REFUSAL, "tried a token that does not hold and was refused"),
            new AuditAction("identity.token.out-of-scope", REFUSAL, "tried more than a token allows and was refused"),
            new AuditAction("requests.clear", OPERATION, "removed what had been kept for its day"),
            new AuditAction("feeds.open", CHANGE, "opened or changed a feed of messages"),
            new AuditAction("feeds.close", CHANGE, "closed a feed of messages"),
            new AuditAction("feeds.read-refused", ACCESS, "read a message that could not be taken in"),
            new AuditAction("feeds.mend", CHANGE, "mended a message that could not be taken in"),
            new AuditAction("feeds.set-aside", DECISION, "set aside a message that could not be taken in"),
            new AuditAction("dashboards.define", CHANGE, "defined or changed a dashboard"),
            new AuditAction("dashboards.close", CHANGE, "closed a dashboard"),
            new AuditAction("dashboards.open-screen", CHANGE, "opened a screen that shows a dashboard"),
            new AuditAction("dashboards.end-screen", CHANGE, "ended a screen that showed a dashboard"),
            new AuditAction("dashboards.read-cases", ACCESS, "read whom a figure of a dashboard is about"),
            new AuditAction("feeds.import-events", CHANGE, "imported events of attendances from a file"),
            new AuditAction("persons.import", CHANGE, "imported records of persons"),
            new AuditAction("persons.register", CHANGE, "registered a person"),
            new AuditAction("persons.describe", CHANGE, "changed a person's name, address or other details"),
            new AuditAction("persons.merge", DECISION, "joined two records that are about one person"),
            new AuditAction("persons.merge-undone", DECISION, "separated two records that had been joined"),
            new AuditAction("persons.link-account", CHANGE, "linked a person to an account"),
            new AuditAction("persons.unlink-account", CHANGE, "ended the link between a person and an account"),
            new AuditAction("persons.search", ACCESS, "searched for a person"),
            new AuditAction("persons.search-hit", ACCESS, "found a person in a search"),
            new AuditAction("persons.view", ACCESS, "looked at an entry of a record"),
            new AuditAction("persons.view-list", ACCESS, "looked at a record"),
            new AuditAction("persons.view-name", ACCESS, "saw a person's name in a list"),
            new AuditAction("persons.view-log", ACCESS, "looked at who had looked at a record"),
            new AuditAction("persons.ask-name", ACCESS, "asked for the name of somebody who had looked at a record"),
            new AuditAction("persons.export", ACCESS, "took a record out as a file"),
            new AuditAction("persons.write", CHANGE, "wrote in a record"),
            new AuditAction("persons.correct", CHANGE, "corrected an entry of a record"),
            new AuditAction("persons.hide", DECISION, "hid a part of a record"),
            new AuditAction("persons.show", DECISION, "showed a hidden part of a record again"),
            new AuditAction("persons.lock", DECISION, "locked a record"),
            new AuditAction("persons.unlock", DECISION, "unlocked a record"),
            new AuditAction("persons.break-glass", ACCESS, "opened a record in an emergency"),
            new AuditAction("persons.review", DECISION, "looked into an emergency access"),
            new AuditAction("persons.form-team", CHANGE, "formed a care team"),
            new AuditAction("persons.join-team", CHANGE, "took somebody into a care team"),
            new AuditAction("persons.leave-team", CHANGE, "ended somebody's place in a care team"),
            new AuditAction("persons.take-on", CHANGE, "placed a person under the care of a team"),
            new AuditAction("persons.discharge", CHANGE, "ended the care of a person by a team"),
            new AuditAction("persons.carer-ask", CHANGE, "asked to act for somebody"),
            new AuditAction("persons.carer-offer", DECISION, "asked somebody to act for them"),
            new AuditAction("persons.carer-accept", DECISION, "accepted to act for somebody"),
            new AuditAction("persons.carer-approve", DECISION, "let a carer act for them"),
            new AuditAction("persons.carer-change", DECISION, "changed what a carer sees"),
            new AuditAction("persons.carer-end", DECISION, "ended the access of a carer"),
            new AuditAction("persons.refused", REFUSAL, "asked for something of a record and was refused"),
            new AuditAction("imports.checked", ACCESS, "had a file checked without importing it"),
            new AuditAction("imports.refused", REFUSAL, "sent a file that was refused"),
            new AuditAction("imports.not-allowed", REFUSAL, "tried to import and was refused"),
            new AuditAction("directory.import", CHANGE, "imported organisations"),
            new AuditAction("indicators.import", CHANGE, "imported figures"),
            new AuditAction("indicators.freeze", DECISION, "froze figures into a signed cut"),
            new AuditAction("measurement.evaluated", ACCESS, "calculated a measure over the population"),
            new AuditAction("measurement.care-gaps", ACCESS, "looked at what a patient's care still lacks"),
            new AuditAction("measurement.start", CHANGE, "started a calculation"),
            new AuditAction("measurement.cancel", DECISION, "stopped a calculation"),
            new AuditAction("measurement.complete", CHANGE, "finished a calculation"),
            new AuditAction("measurement.fail", OPERATION, "could not finish a calculation"),
            new AuditAction("publication.examine", DECISION, "examined a publication for what it gives away"),
            new AuditAction("publication.open", CHANGE, "began a publication"),
            new AuditAction("publication.write", CHANGE, "wrote a section of a publication"),
            new AuditAction("publication.freeze", DECISION, "froze the figures of a publication"),
            new AuditAction("publication.attach", CHANGE, "attached a statement to a publication"),
            new AuditAction("publication.sign-off", DECISION, "signed off a publication"),
            new AuditAction("publication.send-back", DECISION, "sent a publication back to its writers"),
            new AuditAction("publication.publish", DECISION, "published"),
            new AuditAction("publication.propose", CHANGE, "proposed a correction of a publication"),
            new AuditAction("publication.correct", DECISION, "signed a correction of a publication"),
            new AuditAction("publication.drop", DECISION, "dropped a correction that waited for its signature"),
            new AuditAction("publication.withdraw", DECISION, "withdrew a publication"),
            new AuditAction("publication.refused.open", REFUSAL, "tried to begin a publication and was refused"),
            new AuditAction("publication.refused.write", REFUSAL, "tried to write in a publication and was refused"),
            new AuditAction("publication.refused.freeze", REFUSAL, "tried to freeze figures and was refused"),
            new AuditAction("publication.refused.attach", REFUSAL, "tried to attach a statement and was refused"),
            new AuditAction("publication.refused.sign-off", REFUSAL, "tried to sign off and was refused"),
            new AuditAction("publication.refused.send-back", REFUSAL, "tried to send back and was refused"),
            new AuditAction("publication.refused.publish", REFUSAL, "tried to publish and was refused"),
            new AuditAction("publication.refused.propose", REFUSAL, "tried to correct a publication and was refused"),
            new AuditAction("publication.refused.correct", REFUSAL, "tried to sign a correction and was refused"),
            new AuditAction("publication.refused.drop", REFUSAL, "tried to drop a correction and was refused"),
            new AuditAction("publication.refused.withdraw", REFUSAL, "tried to withdraw a publication and was refused"),
            new AuditAction("regulation.propose", DECISION, "proposed a mark on a figure"),
            new AuditAction("regulation.confirm", DECISION, "confirmed a mark on a figure"),
            new AuditAction("regulation.decline", DECISION, "turned a mark on a figure down"),
            new AuditAction("regulation.refused.propose", REFUSAL, "tried to propose a mark and was refused"),
            new AuditAction("regulation.refused.confirm", REFUSAL, "tried to confirm a mark and was refused"),
            new AuditAction("regulation.refused.decline", REFUSAL, "tried to turn a mark down and was refused"),
            new AuditAction("payment.contract", CHANGE, "imported a contract"),
            new AuditAction("payment.price", DECISION, "priced a contract from a signed cut"),
            new AuditAction("payment.agree", DECISION, "agreed a payment statement"),
            new AuditAction("payment.dispute", DECISION, "disputed a line of a payment statement"),
            new AuditAction("payment.answer", DECISION, "answered a dispute about a payment"),
            new AuditAction("satisfaction.open", CHANGE, "opened a screen and form for what patients say"),
            new AuditAction("satisfaction.renew-address", CHANGE, "gave a screen and form a new address"),
            new AuditAction("satisfaction.close", CHANGE, "closed a screen and form for what patients say"),
            new AuditAction("satisfaction.import", CHANGE, "imported what patients said on cards"),
            new AuditAction("satisfaction.read-words", ACCESS, "read what patients wrote in their own words"),
            new AuditAction("improvement.open", CHANGE, "began an improvement project"),
            new AuditAction("improvement.describe", CHANGE, "said anew what an improvement project is about"),
            new AuditAction("improvement.write", CHANGE, "wrote down a step of an improvement project"),
            new AuditAction("improvement.share", DECISION, "shared an improvement project with everybody"),
            new AuditAction("improvement.unshare", DECISION, "took an improvement project out of the library"),
            new AuditAction("waiting.import", CHANGE, "imported events of referrals"),
            new AuditAction("audit.seal", OPERATION, "sealed the record of accesses and decisions"),
            new AuditAction("audit.export-seals", OPERATION, "took the seals of the record out"),
            new AuditAction("keys.rotate", OPERATION, "replaced a key of the service"),
            new AuditAction("operations.backup", OPERATION, "made a backup of everything"),
            new AuditAction("operations.restore", OPERATION, "restored everything from a backup"));

    private static final Map<String, AuditAction> BY_CODE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(AuditAction::code, Function.identity()));

    private AuditVocabulary() {}

    /** The action of a code; empty for one that an earlier or later version recorded. */
    public static Optional<AuditAction> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** What was done, in words that follow a name. A code that this version does not know stands for itself. */
    public static String words(AuditEvent event) {
        return of(event.action()).map(AuditAction::words).orElseGet(event::action);
    }
}
