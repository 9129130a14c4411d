package org.silkthread.server.identity.web;

import java.util.List;
import java.util.stream.Stream;
import org.silkthread.server.identity.TokenScope;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What programs ask first of a FHIR server that keeps to SMART App Launch. Tokens are made by people on a page here, so
 * there is no address to get one from by a protocol, and none is claimed.
 */
@RestController
class SmartConfigurationResource {

    /** The members have the names that SMART gives them. */
    @SuppressWarnings("RecordComponentName")
    record Document(
            List<String> grant_types_supported,
            List<String> scopes_supported,
            List<String> code_challenge_methods_supported,
            List<String> capabilities) {}

    @GetMapping(path = "/fhir/.well-known/smart-configuration", produces = MediaType.APPLICATION_JSON_VALUE)
    Document configuration() {
        return new Document(
                List.of(),
                Stream.concat(TokenRules.fhirScopes().map(TokenScope::text), Stream.of("user/*.rs", "system/*.rs"))
                        .distinct()
                        .sorted()
                        .toList(),
                List.of("S256"),
                List.of("permission-user", "permission-v2"));
    }
}
