package org.silkthread.server.identity.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.silkthread.server.web.Refusal;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What browsers and this server tell each other about passkeys, as JSON of the WebAuthn standard. */
final class PasskeyJson {

    private static final int LONGEST = 64 * 1024;
    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> MADE =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> ANSWER =
            new TypeReference<>() {};
    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private PasskeyJson() {}

    /** A passkey that a device made, and what its owner calls it. */
    record Registration(String label, PublicKeyCredential<AuthenticatorAttestationResponse> made) {}

    static String write(Object options) {
        return MAPPER.writeValueAsString(options);
    }

    static Registration registration(InputStream body) throws IOException {
        JsonNode node = read(body);
        try {
            return new Registration(
                    node.path("label").asString("").strip(),
                    MAPPER.readValue(node.path("credential").toString(), MADE));
        } catch (JacksonException | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    static PublicKeyCredential<AuthenticatorAssertionResponse> answer(InputStream body) throws IOException {
        JsonNode node = read(body);
        try {
            return MAPPER.readValue(node.path("credential").toString(), ANSWER);
        } catch (JacksonException | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static JsonNode read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LONGEST + 1);
        try {
            JsonNode node = MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
            if (bytes.length <= LONGEST && node.path("credential").isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static Refusal unreadable() {
        return Refusal.badRequest(
                "What the browser sent is not readable.", "Try again, or sign in with your password.");
    }
}
