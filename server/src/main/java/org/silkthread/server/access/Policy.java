package org.silkthread.server.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.silkthread.server.identity.Post;
import org.silkthread.server.identity.Role;
import org.silkthread.server.identity.SignedIn;

/**
 * Says whether somebody may do something: the only place that says yes. It knows nothing but what it is given, so the
 * same question has the same answer at any time and anywhere.
 */
public final class Policy {

    private static final String COUNTRY = "ENG";

    private Policy() {}

    /**
     * A question to the policy.
     *
     * @param person who asks; empty for the public
     * @param relationships how they stand to the person whom the resource is about, if it is about one
     * @param purpose what it is for
     * @param at the moment it is asked; what has ended by then counts no longer
     */
    public record Question(
            Optional<SignedIn> person,
            Action action,
            Resource resource,
            Set<Relationship> relationships,
            Purpose purpose,
            Instant at) {

        public Question {
            relationships = Set.copyOf(relationships);
        }
    }

    /** The answer. */
    public static Decision decide(Question question) {
        for (Grant grant : question.action().grants()) {
            Optional<String> ground = ground(grant, question);
            if (ground.isPresent()) {
                return new Decision.Allowed(ground.get());
            }
        }
        return new Decision.Refused("To " + question.action().words() + " one must be: "
                + question.action().whoMay());
    }

    /**
     * Whether there is anything at all that a person may do this with: what stands between a stranger and a route whose
     * record is not known before it is read. The record itself is then a question of its own.
     */
    public static Decision atAll(Optional<SignedIn> person, Action action) {
        for (Grant grant : action.grants()) {
            boolean may = switch (grant) {
                case Grant.Everyone everyone -> true;
                case Grant.AnyAccount account -> person.isPresent();
                case Grant.Holders(Set<Role> roles, Grant.Reach reach) ->
                    person.filter(signedIn -> roles.stream().anyMatch(signedIn::holds))
                            .isPresent();
                case Grant.Related related -> person.isPresent();
            };
            if (may) {
                return new Decision.Allowed(grant.inWords());
            }
        }
        return new Decision.Refused("To " + action.words() + " one must be: " + action.whoMay());
    }

    private static Optional<String> ground(Grant grant, Question question) {
        return switch (grant) {
            case Grant.Everyone everyone -> Optional.of("Everybody may.");
            case Grant.AnyAccount account ->
                question.person().map(person -> "They are signed in, and it is their own business.");
            case Grant.Holders(Set<Role> roles, Grant.Reach reach) ->
                question.person().flatMap(person -> byPost(person, roles, reach, question.resource()));
            case Grant.Related(Set<Grant.Tie> ties) -> byRelationship(ties, question);
        };
    }

    private static Optional<String> byPost(SignedIn person, Set<Role> roles, Grant.Reach reach, Resource resource) {
        return person.posts().stream()
                .filter(post -> roles.contains(post.role()) && reaches(post, reach, resource))
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .map(post -> "They hold the post “" + post.role().label() + "” at " + post.organisation() + ".")
                .findFirst();
    }

    private static boolean reaches(Post post, Grant.Reach reach, Resource resource) {
        return switch (resource) {
            case Resource.OfOrganisation(String organisation) ->
                switch (reach) {
                    case OWN_ORGANISATION -> post.organisation().equals(organisation);
                    case OWN_ORGANISATION_OR_COUNTRY ->
                        post.organisation().equals(organisation)
                                || post.organisation().equals(COUNTRY);
                    case ANY_ORGANISATION -> true;
                };
            case Resource.WholeService service ->
                reach == Grant.Reach.ANY_ORGANISATION
                        || reach == Grant.Reach.OWN_ORGANISATION_OR_COUNTRY
                                && post.organisation().equals(COUNTRY);
            // A post alone never opens a record: that takes a relationship.
            case Resource.OfPerson person -> false;
        };
    }

    private static Optional<String> byRelationship(Set<Grant.Tie> ties, Question question) {
        if (question.person().isEmpty() || !(question.resource() instanceof Resource.OfPerson record)) {
            return Optional.empty();
        }
        SignedIn person = question.person().get();
        return question.relationships().stream()
                .map(relationship -> byRelationship(relationship, ties, person, record, question.at()))
                .flatMap(Optional::stream)
                .sorted()
                .findFirst();
    }

    private static Optional<String> byRelationship(
            Relationship relationship, Set<Grant.Tie> ties, SignedIn person, Resource.OfPerson record, Instant at) {
        return switch (relationship) {
            case Relationship.Oneself oneself
            when ties.contains(Grant.Tie.ONESELF) -> Optional.of("The record is their own.");
            case Relationship.CareTeam(String team, String organisation, Set<String> labels)
            when ties.contains(Grant.Tie.CARE_TEAM)
                    && !record.locked()
                    && labels.containsAll(record.labels())
                    && person.organisations().contains(organisation) ->
                Optional.of("They are in the team “" + team + "” at " + organisation + ", which cares for the person.");
            case Relationship.Carer(Set<String> scopes, Set<String> labels, Instant until)
            when ties.contains(Grant.Tie.CARER)
                    && !record.locked()
                    && at.isBefore(until)
                    && labels.containsAll(record.labels())
                    && covers(scopes, record.category()) -> Optional.of("The person lets them help with this.");
            case Relationship.BrokenGlass(String reason, String organisation, Instant until)
            when ties.contains(Grant.Tie.BROKEN_GLASS)
                    && !record.locked()
                    && at.isBefore(until)
                    && person.holds(Role.CLINICIAN, organisation) ->
                Optional.of("They opened the record in an emergency: " + reason);
            case Relationship.Oneself oneself -> Optional.empty();
            case Relationship.CareTeam team -> Optional.empty();
            case Relationship.Carer carer -> Optional.empty();
            case Relationship.BrokenGlass glass -> Optional.empty();
        };
    }

    /** The record as a whole has no category; a carer with any scope may open it and then sees what that covers. */
    private static boolean covers(Set<String> scopes, String category) {
        return category.isEmpty() || scopes.contains(Relationship.Carer.EVERYTHING) || scopes.contains(category);
    }
}
