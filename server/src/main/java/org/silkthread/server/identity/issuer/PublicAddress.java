package org.silkthread.server.identity.issuer;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Where this server is: the address that the public knows it by, which is also the issuer's name, and the one at which
 * the server reaches itself.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class PublicAddress {

    private final String configured;
    private final String configuredOwn;
    private volatile int port;

    /**
     * @param configured such as {@code https://quality.example.nhs.uk}; blank for this machine's own name and port
     * @param configuredOwn where the server reaches itself if not at its port on the loopback address
     */
    PublicAddress(
            @Value("${silkthread.public-url:}") String configured,
            @Value("${silkthread.sign-in.own-address:}") String configuredOwn) {
        this.configured = withoutSlash(configured);
        this.configuredOwn = withoutSlash(configuredOwn);
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            port = event.getWebServer().getPort();
        }
    }

    /** The issuer's name and the start of every public address, without a slash at the end. */
    public String url() {
        return configured.isEmpty() ? "http://localhost:" + port : configured;
    }

    public URI uri() {
        return URI.create(url());
    }

    /** The address for the server's calls of itself. */
    public String own() {
        return configuredOwn.isEmpty() ? "http://127.0.0.1:" + port : configuredOwn;
    }

    private static String withoutSlash(String address) {
        String stripped = address.strip();
        return stripped.endsWith("/") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }
}
