package org.silkthread.server.feeds.mllp;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;
import org.silkthread.server.feeds.Feed;
import org.silkthread.server.feeds.FeedChanged;
import org.silkthread.server.feeds.Feeds;
import org.silkthread.server.feeds.Inbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Listens for each open feed that has a port, and stops when the feed is closed. Part of a server, not of a command. */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class MllpListeners implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MllpListeners.class);
    private static final int BACKLOG = 200;

    private final Feeds feeds;
    private final Inbox inbox;
    private final FeedSettings settings;
    private final SslBundles bundles;
    private final Clock clock;
    private final Map<Feed, Listener> listening = new HashMap<>();
    private boolean running;

    MllpListeners(Feeds feeds, Inbox inbox, FeedSettings settings, SslBundles bundles, Clock clock) {
        this.feeds = feeds;
        this.inbox = inbox;
        this.settings = settings;
        this.bundles = bundles;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        running = true;
        listenAsRegistered();
    }

    @TransactionalEventListener(fallbackExecution = true)
    synchronized void on(FeedChanged changed) {
        if (running) {
            listenAsRegistered();
        }
    }

    private void listenAsRegistered() {
        Map<Feed, Listener> before = Map.copyOf(listening);
        Set<Feed> wanted = Set.copyOf(feeds.all().stream()
                .filter(feed -> feed.open() && feed.port().isPresent())
                .toList());
        before.keySet().stream().filter(feed -> !wanted.contains(feed)).forEach(this::stop);
        wanted.stream().filter(feed -> !before.containsKey(feed)).forEach(this::listen);
    }

    /** A port that is taken must not keep the rest of the server from starting. */
    private void listen(Feed feed) {
        int port = feed.port().orElseThrow();
        try {
            ServerSocket socket = sockets().createServerSocket(port, BACKLOG, settings.address());
            if (socket instanceof SSLServerSocket tls) {
                tls.setNeedClientAuth(true);
            }
            listening.put(feed, new Listener(socket, feed));
            LOG.info("The feed {} listens on port {}", feed.code(), port);
        } catch (IOException e) {
            LOG.error("The feed {} cannot listen on port {}: is something else there?", feed.code(), port);
        }
    }

    private ServerSocketFactory sockets() {
        return settings.tlsBundle().isBlank()
                ? ServerSocketFactory.getDefault()
                : bundles.getBundle(settings.tlsBundle()).createSslContext().getServerSocketFactory();
    }

    private void stop(Feed feed) {
        Listener listener = listening.remove(feed);
        if (listener != null) {
            listener.close();
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        Set.copyOf(listening.keySet()).forEach(this::stop);
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    /** After the inbox, and so before it at the end: messages stop coming while what came is still kept. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    /** One open port. */
    private final class Listener {

        private final ServerSocket socket;
        private final Feed feed;
        private final Set<MllpConnection> connections = ConcurrentHashMap.newKeySet();

        Listener(ServerSocket socket, Feed feed) {
            this.socket = socket;
            this.feed = feed;
            Thread.ofVirtual().name("mllp-" + feed.code()).start(this::accept);
        }

        private void accept() {
            while (!socket.isClosed()) {
                try {
                    Socket sender = socket.accept();
                    sender.setTcpNoDelay(true);
                    MllpConnection connection = new MllpConnection(sender, feed, inbox, clock);
                    connections.add(connection);
                    Thread.ofVirtual().name("mllp-reading-" + feed.code()).start(() -> {
                        try {
                            connection.run();
                        } finally {
                            connections.remove(connection);
                        }
                    });
                } catch (IOException e) {
                    if (!socket.isClosed()) {
                        LOG.warn(
                                "A connection to the feed {} failed: {}",
                                feed.code(),
                                e.getClass().getSimpleName());
                    }
                }
            }
        }

        void close() {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.debug("The port of the feed {} was closed already", feed.code());
            }
            connections.forEach(MllpConnection::close);
        }
    }
}
