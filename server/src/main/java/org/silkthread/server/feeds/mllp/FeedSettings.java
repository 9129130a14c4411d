package org.silkthread.server.feeds.mllp;

import java.net.InetAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where feeds listen.
 *
 * @param address of this machine; the loopback address unless another is named
 * @param tlsBundle the name of a bundle under {@code spring.ssl.bundle} with the server's certificate and the authorities
 *     of those of the senders; blank for plain TCP, which no address but the loopback one has
 */
@ConfigurationProperties("silkthread.feeds")
record FeedSettings(
        @DefaultValue("127.0.0.1") InetAddress address,
        @DefaultValue("") String tlsBundle) {

    FeedSettings {
        if (tlsBundle.isBlank() && !address.isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    "Feeds at an address that others reach need TLS: name a bundle in silkthread.feeds.tls-bundle");
        }
    }
}
