package org.silkthread.server.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEntry;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.publication.PublicationSummary.Stage;
import org.silkthread.server.publication.StepRefused.Reason;

@ServerTest
class PublicationsTest {

    private static final Actor.Person HELEN = person("helen", "Helen Marsh");
    private static final Actor.Person OSEI = person("osei", "Kwame Osei");

    private final Publications publications;
    private final Amendments amendments;
    private final Leaflets leaflets;
    private final AuditTrail audit;
    private final DSLContext sql;

    PublicationsTest(
            Publications publications, Amendments amendments, Leaflets leaflets, AuditTrail audit, DSLContext sql) {
        this.publications = publications;
        this.amendments = amendments;
        this.leaflets = leaflets;
        this.audit = audit;
        this.sql = sql;
    }

    @AfterEach
    void mendTheNoticeBoard() {
        leaflets.broken = false;
    }

    @Test
    void given_a_complete_draft_when_every_step_is_taken_then_it_is_public_and_each_step_is_in_the_audit_trail() {
        PublicationId id = signed();

        Published published = publications.publish(id, version(id), HELEN);

        assertThat(publications.findPublic(id)).contains(published);
        assertThat(published.manuscript().text("computed-length")).contains("20 characters");
        assertThat(leaflets.notices).contains("published " + id);
        assertThat(actions(id))
                .containsExactly(
                        "publication.open",
                        "publication.write",
                        "publication.examine",
                        "publication.write",
                        "publication.freeze",
                        "publication.attach",
                        "publication.examine",
                        "publication.sign-off",
                        "publication.examine",
                        "publication.publish");
    }

    @Test
    void before_it_is_published_the_public_finds_nothing() {
        PublicationId id = signed();

        assertThat(publications.findPublic(id)).isEmpty();
        assertThat(publications.of(Leaflets.KIND, id.owner())).singleElement().satisfies(summary -> {
            assertThat(summary.stage()).isEqualTo(Stage.SIGNED_OFF);
            assertThat(summary.stage().isPublic()).isFalse();
            assertThat(summary.publishedAt()).isEmpty();
        });
    }

    @Test
    void given_a_gap_then_the_freeze_is_refused_and_the_attempt_is_recorded() {
        PublicationId id = newId();
        publications.open(id, "Hand washing", HELEN);

        refused(Reason.GAPS, () -> publications.freeze(id, 1, HELEN)).contains("The leaflet has no body.");
        assertThat(actions(id)).endsWith("publication.refused.freeze");
    }

    @Test
    void given_a_statement_that_is_missing_then_signing_is_refused() {
        PublicationId id = frozen();

        refused(Reason.GAPS, () -> publications.signOff(id, version(id), "True.", OSEI))
                .contains("The commissioner has said nothing.");
    }

    @Test
    void check_08_given_the_author_then_signing_is_refused_and_the_attempt_is_recorded() {
        PublicationId id = attached();

        refused(Reason.SAME_PERSON, () -> publications.signOff(id, version(id), "True.", HELEN));
        assertThat(actions(id)).endsWith("publication.refused.sign-off");
    }

    @Test
    void after_the_freeze_nothing_can_be_written() {
        PublicationId id = frozen();

        refused(Reason.OUT_OF_ORDER, () -> publications.write(id, version(id), Map.of("body", "Better."), HELEN))
                .contains("has been frozen");
        assertThat(publications.find(id).orElseThrow().manuscript().text("body"))
                .contains("We washed our hands.");
    }

    @Test
    void steps_that_skip_one_are_refused() {
        PublicationId draft = drafted();
        refused(Reason.OUT_OF_ORDER, () -> publications.publish(draft, version(draft), HELEN));
        refused(Reason.OUT_OF_ORDER, () -> publications.signOff(draft, version(draft), "True.", OSEI));
        PublicationId frozen = attached();
        refused(Reason.OUT_OF_ORDER, () -> publications.publish(frozen, version(frozen), HELEN));
        refused(Reason.OUT_OF_ORDER, () -> amendments.withdraw(frozen, version(frozen), "Wrong.", OSEI));
    }

    @Test
    void given_a_section_that_somebody_else_changed_since_then_the_second_text_is_refused_and_the_first_stays() {
        PublicationId id = drafted();
        int seen = version(id);
        publications.write(id, seen, Map.of("body", "Helen's words."), HELEN);

        refused(Reason.CHANGED_MEANWHILE, () -> publications.write(id, seen, Map.of("body", "Osei's words."), OSEI))
                .contains("Helen Marsh changed this section");
        assertThat(publications.find(id).orElseThrow().manuscript().text("body"))
                .contains("Helen's words.");
    }

    @Test
    void given_another_section_that_somebody_else_changed_since_then_both_texts_stay() {
        PublicationId id = drafted();
        int seen = version(id);
        publications.write(id, seen, Map.of("body", "Helen's words."), HELEN);

        publications.write(id, seen, Map.of("foreword", "Osei's words."), OSEI);

        Manuscript manuscript = publications.find(id).orElseThrow().manuscript();
        assertThat(manuscript.text("body")).contains("Helen's words.");
        assertThat(manuscript.text("foreword")).contains("Osei's words.");
    }

    @Test
    void check_28_given_the_same_step_twice_from_one_person_then_there_is_one_effect_and_one_answer() {
        PublicationId id = attached();
        int seen = version(id);
        SignedOff first = publications.signOff(id, seen, "True.", OSEI);
        assertThat(publications.signOff(id, seen, "True.", OSEI)).isEqualTo(first);

        int signed = version(id);
        Published published = publications.publish(id, signed, HELEN);
        assertThat(publications.publish(id, signed, HELEN)).isEqualTo(published);
        assertThat(leaflets.notices).filteredOn(("published " + id)::equals).hasSize(1);

        int open = version(id);
        Correcting waiting = amendments.propose(id, open, "body", "Once.", "Counted twice.", List.of(), HELEN);
        assertThat(amendments.propose(id, open, "body", "Once.", "Counted twice.", List.of(), HELEN))
                .isEqualTo(waiting);
        Corrected corrected = amendments.sign(id, waiting.version(), OSEI);
        assertThat(amendments.sign(id, waiting.version(), OSEI)).isEqualTo(corrected);
        assertThat(corrected.corrections()).hasSize(1);
    }

    @Test
    void given_the_freeze_twice_from_one_person_then_there_is_one_cut() {
        PublicationId id = drafted();
        int seen = version(id);

        Frozen first = publications.freeze(id, seen, HELEN);

        assertThat(publications.freeze(id, seen, HELEN)).isEqualTo(first);
    }

    @Test
    void check_28_given_two_people_who_publish_at_once_then_one_succeeds_and_the_other_is_told_who_did()
            throws InterruptedException, ExecutionException {
        PublicationId id = signed();
        int seen = version(id);

        List<Object> outcomes = atOnce(
                List.of(() -> publications.publish(id, seen, HELEN), () -> publications.publish(id, seen, OSEI)));

        assertThat(outcomes).filteredOn(Published.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(StepRefused.class::isInstance)
                .singleElement()
                .satisfies(
                        refusal -> assertThat(((StepRefused) refusal).words()).contains("after you opened the page"));
        assertThat(leaflets.notices).filteredOn(("published " + id)::equals).hasSize(1);
    }

    @Test
    void when_what_must_be_public_together_fails_then_nothing_is_public_and_it_can_be_tried_again() {
        PublicationId id = signed();
        int before = version(id);
        leaflets.broken = true;

        assertThatIllegalStateException().isThrownBy(() -> publications.publish(id, before, HELEN));

        assertThat(publications.findPublic(id)).isEmpty();
        assertThat(version(id)).isEqualTo(before);
        assertThat(actions(id)).doesNotContain("publication.publish");
        leaflets.broken = false;
        assertThat(publications.publish(id, before, HELEN).id()).isEqualTo(id);
    }

    @Test
    void check_42_given_a_correction_then_its_writer_cannot_sign_it_and_readers_see_it_only_when_another_has() {
        PublicationId id = signed();
        publications.publish(id, version(id), HELEN);
        amendments.propose(id, version(id), "body", "Once.", "Counted twice.", List.of(), HELEN);

        refused(Reason.SAME_PERSON, () -> amendments.sign(id, version(id), HELEN))
                .contains("Somebody else must sign it");
        refused(
                Reason.OUT_OF_ORDER,
                () -> amendments.propose(id, version(id), "body", "Never.", "A guess.", List.of(), OSEI));
        assertThat(publications.findPublic(id).orElseThrow().corrections()).isEmpty();

        amendments.sign(id, version(id), OSEI);

        assertThat(publications.findPublic(id).orElseThrow().corrections())
                .singleElement()
                .satisfies(correction -> {
                    assertThat(correction.by()).isEqualTo(HELEN);
                    assertThat(correction.signedBy()).isEqualTo(OSEI);
                    assertThat(correction.words()).isEqualTo("Once.");
                });
        refused(Reason.OUT_OF_ORDER, () -> amendments.sign(id, version(id), OSEI));
    }

    @Test
    void a_correction_that_is_dropped_is_in_the_history_and_nowhere_else() {
        PublicationId id = signed();
        publications.publish(id, version(id), HELEN);
        amendments.propose(id, version(id), "body", "Once.", "Counted twice.", List.of(), HELEN);

        amendments.drop(id, version(id), "It was right after all.", OSEI);

        assertThat(publications.findPublic(id).orElseThrow()).isInstanceOf(Published.class);
        assertThat(actions(id)).contains("publication.propose", "publication.drop");
    }

    @Test
    void a_withdrawn_publication_keeps_its_words_and_says_why() {
        PublicationId id = signed();
        publications.publish(id, version(id), HELEN);

        Withdrawn withdrawn = amendments.withdraw(id, version(id), "The body was another organisation's.", OSEI);

        assertThat(publications.findPublic(id)).contains(withdrawn);
        assertThat(withdrawn.manuscript().text("body")).contains("We washed our hands.");
        assertThat(leaflets.notices).contains("withdrawn " + id);
        refused(
                Reason.OUT_OF_ORDER,
                () -> amendments.propose(id, version(id), "body", "Right.", "Wrong.", List.of(), HELEN));
    }

    @Test
    void given_a_step_behind_the_programs_back_then_the_database_refuses_to_change_it() {
        PublicationId id = signed();

        assertThatThrownBy(() ->
                        sql.execute("update publication.step set words = 'Better.' where publication = ?", id.code()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("only ever added to");
        assertThatThrownBy(() -> sql.execute("delete from publication.step")).isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatever_people_try_in_whatever_order_nothing_is_public_without_a_freeze_and_a_second_signature() {
        Random random = new Random(20241121);
        int reached = 0;
        for (int attempt = 0; attempt < 25; attempt++) {
            PublicationId id = newId();
            publications.open(id, "Hand washing", HELEN);
            for (int step = 0; step < 20; step++) {
                tryAnything(id, random);
            }
            if (publications.findPublic(id).isPresent()) {
                reached++;
                requireFrozenAndSignedByAnother(id);
            }
        }
        assertThat(reached).as("sequences that led to a publication").isPositive();
    }

    private void tryAnything(PublicationId id, Random random) {
        List<Actor.Person> people = List.of(HELEN, OSEI, person("ward", "Ann Ward"));
        Actor.Person by = people.get(random.nextInt(people.size()));
        int seen = version(id) - (random.nextInt(5) == 0 ? 1 : 0);
        // Half of the attempts are the step that is next, so that some sequences arrive.
        int attempt = random.nextBoolean() ? next(publications.find(id).orElseThrow()) : random.nextInt(10);
        try {
            switch (attempt) {
                case 0 -> publications.write(id, seen, Map.of("body", random.nextBoolean() ? "Words." : ""), HELEN);
                case 1 -> publications.freeze(id, seen, HELEN);
                case 2 ->
                    publications.attach(id, seen, "commissioner", "We agree.", random.nextInt(4) == 0 ? by : HELEN);
                case 3 -> publications.signOff(id, seen, "True.", by);
                case 4 -> publications.publish(id, seen, by);
                case 5 -> amendments.propose(id, seen, "body", "Right.", "Wrong.", List.of(), by);
                case 7 -> amendments.sign(id, seen, by);
                case 8 -> amendments.drop(id, seen, "Not needed.", by);
                case 6 -> amendments.withdraw(id, seen, "Wrong.", by);
                default -> publications.sendBack(id, seen, "Not yet.", by);
            }
        } catch (StepRefused refused) {
            assertThat(refused.words()).isNotBlank();
        }
    }

    private static int next(Publication publication) {
        return switch (publication) {
            case Draft draft -> draft.manuscript().text("body").isEmpty() ? 0 : 1;
            case Frozen frozen -> frozen.attachment("commissioner").isEmpty() ? 2 : 3;
            case SignedOff _ -> 4;
            case Correcting _ -> 7;
            case Publication.Public _ -> 5;
        };
    }

    private void requireFrozenAndSignedByAnother(PublicationId id) {
        List<Step> steps = publications.history(id);
        Publication.Public open = publications.findPublic(id).orElseThrow();
        Step.SignOff signature = open.asPublished().signed().signature();
        assertThat(open.manuscript().text("body")).isPresent();
        assertThat(open.asPublished().signed().frozen().attachment("commissioner"))
                .isPresent();
        assertThat(steps.subList(0, steps.indexOf(signature)))
                .filteredOn(step -> !(step instanceof Step.SendBack || step instanceof Step.SignOff))
                .noneMatch(step -> step.by().username().equals(signature.by().username()));
    }

    private static Object outcome(Callable<?> action) {
        try {
            return action.call();
        } catch (Exception refusal) {
            return refusal;
        }
    }

    private static List<Object> atOnce(List<Callable<?>> actions) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (Callable<?> action : actions) {
                running.add(threads.submit(() -> DataScope.asSystem("a test", () -> outcome(action))));
            }
            List<Object> outcomes = new ArrayList<>();
            for (Future<?> future : running) {
                outcomes.add(future.get());
            }
            return outcomes;
        }
    }

    private static org.assertj.core.api.AbstractStringAssert<?> refused(
            Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
        StepRefused refusal = org.assertj.core.api.Assertions.catchThrowableOfType(StepRefused.class, step);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
        return assertThat(refusal.words());
    }

    private List<String> actions(PublicationId id) {
        return audit.of(id.code()).reversed().stream()
                .map(AuditEntry::event)
                .map(event -> event.action())
                .toList();
    }

    private int version(PublicationId id) {
        return publications.find(id).orElseThrow().version();
    }

    private static PublicationId newId() {
        return new PublicationId(
                Leaflets.KIND, "X" + UUID.randomUUID().toString().substring(0, 8), "2023-24");
    }

    private PublicationId drafted() {
        PublicationId id = newId();
        publications.open(id, "Hand washing", HELEN);
        publications.write(id, 1, Map.of("body", "We washed our hands."), HELEN);
        return id;
    }

    private PublicationId frozen() {
        PublicationId id = drafted();
        publications.freeze(id, version(id), HELEN);
        return id;
    }

    private PublicationId attached() {
        PublicationId id = frozen();
        publications.attach(id, version(id), "commissioner", "We agree.", HELEN);
        return id;
    }

    private PublicationId signed() {
        PublicationId id = attached();
        publications.signOff(id, version(id), "True to my knowledge.", OSEI);
        return id;
    }

    private static Actor.Person person(String username, String name) {
        return new Actor.Person(username, name, "Quality lead", "X01");
    }
}
