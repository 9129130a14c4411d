package org.silkthread.cli;

import java.util.HashMap;
import java.util.Map;
import org.silkthread.server.SilkthreadServer;
import org.silkthread.server.tabular.Importer;
import org.silkthread.server.tabular.Importers;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An installation of the application, opened from the command line. Closing it leaves the data in its folder. */
final class Installation implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Installation(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Opens the installation for work on its data; nothing listens on the network but the embedded database. */
    static Installation open(DataFolder folder) {
        return start(folder, WebApplicationType.NONE, Map.of());
    }

    /**
     * Serves pages and interfaces.
     *
     * @param port the port to listen on; 0 for any free one
     * @param operatorPort the port for metrics, on this machine's loopback address only; 0 for any free one
     */
    static Installation serve(DataFolder folder, int port, int operatorPort) {
        return serve(folder, port, operatorPort, Map.of());
    }

    /** The same, with further settings. */
    static Installation serve(DataFolder folder, int port, int operatorPort, Map<String, Object> further) {
        Map<String, Object> settings = new HashMap<>(further);
        settings.put("server.port", port);
        settings.put("management.server.port", operatorPort);
        return start(folder, WebApplicationType.SERVLET, settings);
    }

    private static Installation start(DataFolder folder, WebApplicationType type, Map<String, Object> settings) {
        Map<String, Object> properties = new HashMap<>(settings);
        properties.put("silkthread.dir", folder.path().toString());
        properties.put("silkthread.db-url", folder.dbUrl());
        properties.put("silkthread.db-user", Secret.named("SILK_DB_USER").orElse(""));
        properties.put(
                "silkthread.db-password", Secret.named("SILK_DB_PASSWORD").orElse(""));
        SpringApplicationBuilder application = new SpringApplicationBuilder(SilkthreadServer.class)
                .web(type)
                .logStartupInfo(false)
                .registerShutdownHook(true);
        // As arguments, not defaults: they must win over application.yaml.
        String[] arguments = properties.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        return new Installation(application.run(arguments));
    }

    /** A room's public face. */
    <T> T room(Class<T> face) {
        return context.getBean(face);
    }

    /** The room that takes in this kind of file. */
    Importer importer(String kind) {
        return context.getBeansOfType(Importers.class).values().stream()
                .flatMap(room -> room.importers().stream())
                .filter(importer -> importer.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No room takes in files of the kind " + kind));
    }

    /** The port that pages are served on. */
    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
