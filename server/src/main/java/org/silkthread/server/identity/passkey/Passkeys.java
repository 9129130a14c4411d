package org.silkthread.server.identity.passkey;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.SecondFactors;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.identity.issuer.PublicAddress;
import org.silkthread.server.identity.store.PasskeyHolderTable;
import org.silkthread.server.identity.store.PasskeyTable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The passkeys of accounts. The device checks the person (a finger, a face, a PIN) before it signs, so that a passkey is two
 * factors: the device that somebody has, and what they are or know.
 */
@Service
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class Passkeys {

    /** How many passkeys a person has at most. */
    public static final int MOST = 10;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .,'()_-]{0,59}");

    private final PasskeyHolderTable holders;
    private final PasskeyTable table;
    private final SecondFactors factors;
    private final PublicAddress address;
    private final AuditTrail audit;
    private final Clock clock;

    Passkeys(
            PasskeyHolderTable holders,
            PasskeyTable table,
            SecondFactors factors,
            PublicAddress address,
            AuditTrail audit,
            Clock clock) {
        this.holders = holders;
        this.table = table;
        this.factors = factors;
        this.address = address;
        this.audit = audit;
        this.clock = clock;
    }

    /** A person's passkeys, oldest first. */
    public List<Passkey> of(String username) {
        return table.of(username).stream().map(Passkey::of).toList();
    }

    /** Whether a person has any. */
    public boolean any(String username) {
        return table.any(username);
    }

    /** What the person's device needs to know to make a passkey for them. */
    @Transactional
    public PublicKeyCredentialCreationOptions toRegister(SignedIn person) {
        return operations()
                .createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(
                        UsernamePasswordAuthenticationToken.authenticated(person.username(), "", List.of())));
    }

    /**
     * Keeps a passkey that the person's device made.
     *
     * @param asked what was asked of the device
     * @throws IllegalArgumentException if it is not what was asked for, or may not be kept; the message says why
     */
    @Transactional
    public void register(
            SignedIn person,
            String label,
            PublicKeyCredentialCreationOptions asked,
            PublicKeyCredential<AuthenticatorAttestationResponse> made) {
        if (!LABEL.matcher(label).matches()) {
            throw new IllegalArgumentException("Enter a name of up to 60 letters and digits for the passkey");
        }
        if (!asked.getUser().getName().equals(person.username())) {
            throw new IllegalArgumentException("This was asked of somebody else");
        }
        if (table.of(person.username()).size() >= MOST) {
            throw new IllegalArgumentException("You have " + MOST + " passkeys. Remove one that you no longer use");
        }
        try {
            operations()
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            asked, new RelyingPartyPublicKey(made, label)));
        } catch (RuntimeException refused) {
            throw new IllegalArgumentException("Your device did not make the passkey as it was asked to", refused);
        }
        audit.record(new AuditEvent(person.actor(), "identity.add-passkey", subject(person.username()), label));
    }

    /** What a device needs to know to sign somebody in; the device knows whom. */
    public PublicKeyCredentialRequestOptions toSignIn() {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(Bytes.random())
                .timeout(PATIENCE)
                .rpId(relyingParty())
                .allowCredentials(List.of())
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }

    /**
     * The username of the person whose device answered; empty if the answer is not right, or comes from a passkey that is
     * not there any more, or from a copy of one.
     */
    @Transactional
    public Optional<String> signIn(
            PublicKeyCredentialRequestOptions asked, PublicKeyCredential<AuthenticatorAssertionResponse> answer) {
        try {
            return Optional.of(operations()
                    .authenticate(new RelyingPartyAuthenticationRequest(asked, answer))
                    .getName());
        } catch (RuntimeException refused) {
            return Optional.empty();
        }
    }

    /**
     * Removes a passkey.
     *
     * @return false if the person has no such passkey
     * @throws IllegalArgumentException if they hold a post and have no other second factor
     */
    @Transactional
    public boolean remove(SignedIn person, String id) {
        List<Passkey> own = of(person.username());
        Optional<Passkey> found =
                own.stream().filter(passkey -> passkey.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            return false;
        }
        if (own.size() == 1 && !person.posts().isEmpty() && !factors.enrolled(person.username())) {
            throw new IllegalArgumentException(
                    "This is your only second factor, and your post needs one. Set up an authenticator app first");
        }
        table.remove(Bytes.fromBase64(id), clock.instant(), person.username());
        audit.record(new AuditEvent(
                person.actor(),
                "identity.remove-passkey",
                subject(person.username()),
                found.get().label()));
        return true;
    }

    /** For the address that the public knows the server by, which is known when it listens. */
    private Webauthn4JRelyingPartyOperations operations() {
        Webauthn4JRelyingPartyOperations operations = new Webauthn4JRelyingPartyOperations(
                holders,
                table,
                PublicKeyCredentialRpEntity.builder()
                        .name("Silkthread")
                        .id(relyingParty())
                        .build(),
                Set.of(origin()));
        operations.setCustomizeCreationOptions(options -> options.timeout(PATIENCE)
                .attestation(AttestationConveyancePreference.NONE)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        return operations;
    }

    private String relyingParty() {
        return URI.create(address.url()).getHost();
    }

    private String origin() {
        URI known = URI.create(address.url());
        return known.getScheme() + "://" + known.getAuthority();
    }

    private static String subject(String username) {
        return "account/" + username;
    }
}
