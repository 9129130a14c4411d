package org.silkthread.server.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.publication.StepRefused.Reason;

class PublicationStatesTest {

    private static final Instant NOON = Instant.parse("2024-05-07T12:00:00Z");
    private static final PublicationId LEAFLET = new PublicationId("leaflet", "X01", "2023-24");
    private static final Actor.Person HELEN = new Actor.Person("helen", "Helen Marsh", "Quality lead", "X01");
    private static final Actor.Person OSEI = new Actor.Person("osei", "Kwame Osei", "Accountable officer", "X01");
    private static final FrozenCut CUT = new FrozenCut(new UUID(0, 1), "c0ffee");

    @Test
    void given_a_draft_when_it_is_frozen_signed_by_somebody_else_and_published_then_it_is_public_with_its_cut() {
        Published published = signed().publish(new Step.Publish(HELEN, NOON));

        assertThat(published.cut()).isEqualTo(CUT);
        assertThat(published.manuscript().text("body")).contains("We washed our hands.");
        assertThat(published.signed().signature().by()).isEqualTo(OSEI);
        assertThat(published.corrections()).isEmpty();
    }

    @Test
    void given_a_draft_with_a_gap_then_it_cannot_be_frozen_and_the_words_name_the_gap() {
        Draft draft = draft();

        assertThatThrownBy(() -> draft.freeze(List.of(new Gap("body", "The body is empty.")), freeze(draft)))
                .isInstanceOfSatisfying(StepRefused.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.GAPS);
                    assertThat(refusal.words()).contains("The body is empty.");
                });
    }

    @Test
    void given_somebody_who_wrote_a_section_then_they_cannot_sign() {
        Draft draft = draft().write(new Step.Write("body", "We did well.", OSEI, NOON));
        Frozen frozen = draft.freeze(List.of(), freeze(draft));

        assertThatThrownBy(() -> frozen.signOff(List.of(), signature(frozen, OSEI)))
                .isInstanceOfSatisfying(
                        StepRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.SAME_PERSON));
    }

    @Test
    void given_somebody_who_only_entered_another_bodys_statement_then_they_cannot_sign() {
        Frozen frozen = frozen().attach(new Step.Attach("commissioner", "We agree.", OSEI, NOON));

        assertThatThrownBy(() -> frozen.signOff(List.of(), signature(frozen, OSEI)))
                .isInstanceOfSatisfying(
                        StepRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.SAME_PERSON));
    }

    @Test
    void given_a_frozen_publication_when_a_step_out_of_order_is_taken_then_it_is_refused_in_words() {
        Frozen frozen = frozen();

        assertThatThrownBy(() -> frozen.after(new Step.Write("body", "Better words.", HELEN, NOON)))
                .isInstanceOf(StepRefused.class)
                .hasMessage("‘Hand washing’ has been frozen. It cannot be edited now.");
        assertThatThrownBy(() -> frozen.after(new Step.Publish(HELEN, NOON)))
                .isInstanceOf(StepRefused.class)
                .hasMessage("‘Hand washing’ has been frozen. It cannot be published now.");
    }

    @Test
    void given_a_signed_publication_that_is_sent_back_then_the_signature_falls_and_it_can_be_written_again() {
        Draft again = signed().sendBack(new Step.SendBack("A table is wrong.", OSEI, NOON));

        Draft changed = again.write(new Step.Write("body", "We washed our hands twice.", HELEN, NOON));
        assertThat(changed.manuscript().text("body")).contains("We washed our hands twice.");
        assertThat(changed.manuscript().hasHandOf(OSEI)).isFalse();
    }

    @Test
    void given_a_published_text_when_it_is_corrected_then_the_correction_stands_beside_the_signed_words() {
        Published published = signed().publish(new Step.Publish(HELEN, NOON));

        Step.Propose proposal = new Step.Propose(
                "body", "We washed them once.", "The count was doubled.", Optional.empty(), HELEN, NOON);
        Correcting waiting = published.propose(proposal);
        assertThat(waiting.corrections()).isEmpty();
        Corrected corrected = waiting.correct(Step.Correct.signing(proposal, OSEI, NOON));

        assertThat(corrected.manuscript()).isEqualTo(published.manuscript());
        assertThat(corrected.cut()).isEqualTo(published.cut());
        assertThat(corrected.corrections())
                .singleElement()
                .satisfies(correction -> assertThat(correction.reason()).isEqualTo("The count was doubled."));
    }

    @Test
    void given_words_that_were_altered_behind_the_seal_then_the_publication_cannot_be_read() {
        Draft draft = draft();
        Step.Freeze freeze = freeze(draft);
        List<Step> altered = List.of(
                new Step.Open("Hand washing", HELEN, NOON),
                new Step.Write("body", "We always washed our hands.", HELEN, NOON),
                freeze);

        assertThatIllegalStateException()
                .isThrownBy(() -> Publication.replay(LEAFLET, altered))
                .withMessageContaining("tampered");
    }

    @Property(tries = 2000)
    void nothing_is_ever_public_that_was_not_frozen_and_then_signed_by_somebody_without_a_hand_in_it(
            @ForAll("attempts") List<Attempt> attempts) {
        Publication publication = Publication.opened(LEAFLET, new Step.Open("Hand washing", HELEN, NOON));
        List<Step> taken = new ArrayList<>(List.of(new Step.Open("Hand washing", HELEN, NOON)));
        for (Attempt attempt : attempts) {
            Step step = attempt.on(publication);
            try {
                publication = publication.after(step);
                taken.add(step);
            } catch (StepRefused refused) {
                assertThat(refused.words()).isNotBlank();
            }
        }
        assertThat(publication.version()).isEqualTo(taken.size());
        assertThat(Publication.replay(LEAFLET, taken)).isEqualTo(publication);
        if (publication instanceof Publication.Public open) {
            requireInOrder(open, taken);
        }
    }

    private static void requireInOrder(Publication.Public open, List<Step> taken) {
        int published = indexOfLast(taken, Step.Publish.class, taken.size());
        int signed = indexOfLast(taken, Step.SignOff.class, published);
        int frozen = indexOfLast(taken, Step.Freeze.class, signed);
        assertThat(frozen).isPositive();
        assertThat(taken.subList(frozen + 1, signed)).allMatch(Step.Attach.class::isInstance);
        assertThat(published).isEqualTo(signed + 1);
        String signatory = taken.get(signed).by().username();
        assertThat(taken.subList(0, signed))
                .noneMatch(step -> isWork(step) && step.by().username().equals(signatory));
        assertThat(open.cut()).isEqualTo(((Step.Freeze) taken.get(frozen)).cut());
        assertThat(taken.subList(published + 1, taken.size()))
                .allMatch(step -> step instanceof Step.Propose
                        || step instanceof Step.Correct
                        || step instanceof Step.Drop
                        || step instanceof Step.Withdraw);
        assertThat(open.corrections())
                .noneMatch(correction ->
                        correction.by().username().equals(correction.signedBy().username()));
    }

    private static boolean isWork(Step step) {
        return switch (step) {
            case Step.Open _, Step.Write _, Step.Freeze _, Step.Attach _ -> true;
            default -> false;
        };
    }

    private static int indexOfLast(List<Step> steps, Class<? extends Step> kind, int before) {
        for (int i = before - 1; i >= 0; i--) {
            if (kind.isInstance(steps.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** A step somebody tries, whatever the state. */
    record Attempt(int step, String username) {

        Step on(Publication publication) {
            Actor.Person by = new Actor.Person(username, username, "Quality lead", "X01");
            return switch (step) {
                case 0 -> new Step.Write("body", "Words of " + username, by, NOON);
                case 1 ->
                    new Step.Freeze(
                            CUT, Seal.ofFrozen(LEAFLET, publication.title(), publication.manuscript(), CUT), by, NOON);
                case 2 -> new Step.Attach("commissioner", "We agree.", by, NOON);
                case 3 ->
                    new Step.SignOff(
                            "True.",
                            publication instanceof Frozen frozen
                                    ? frozen.sealForSigning("True.")
                                    : new Seal("0".repeat(64)),
                            by,
                            NOON);
                case 4 -> new Step.SendBack("Wrong.", by, NOON);
                case 5 -> new Step.Publish(by, NOON);
                case 6 -> new Step.Propose("body", "Right.", "Wrong.", Optional.empty(), by, NOON);
                case 8 -> new Step.Correct("body", "Right.", "Wrong.", Optional.empty(), by, NOON);
                case 9 -> new Step.Drop("Not needed.", by, NOON);
                default -> new Step.Withdraw("Wrong.", by, NOON);
            };
        }
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        // Steps towards publication are tried more often, so that many of the sequences arrive there.
        Arbitrary<Integer> steps = Arbitraries.of(0, 1, 1, 1, 2, 3, 3, 3, 3, 4, 5, 5, 5, 5, 6, 6, 7, 8, 8, 9);
        Arbitrary<String> people = Arbitraries.of("helen", "osei", "ward", "king");
        return steps.flatMap(step -> people.map(person -> new Attempt(step, person)))
                .list()
                .ofMaxSize(20);
    }

    private static Draft draft() {
        return Publication.opened(LEAFLET, new Step.Open("Hand washing", HELEN, NOON))
                .write(new Step.Write("body", "We washed our hands.", HELEN, NOON));
    }

    private static Step.Freeze freeze(Draft draft) {
        return new Step.Freeze(CUT, Seal.ofFrozen(LEAFLET, draft.title(), draft.manuscript(), CUT), HELEN, NOON);
    }

    private static Frozen frozen() {
        Draft draft = draft();
        return draft.freeze(List.of(), freeze(draft));
    }

    private static SignedOff signed() {
        Frozen frozen = frozen();
        return frozen.signOff(List.of(), signature(frozen, OSEI));
    }

    private static Step.SignOff signature(Frozen frozen, Actor.Person by) {
        return new Step.SignOff("True to my knowledge.", frozen.sealForSigning("True to my knowledge."), by, NOON);
    }
}
