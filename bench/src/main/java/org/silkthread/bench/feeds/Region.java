package org.silkthread.bench.feeds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.silkthread.bench.program.Workspace;
import org.silkthread.server.SilkthreadServer;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.dashboards.Dashboards;
import org.silkthread.server.dashboards.Screens;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.Importers;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A server with the emergency departments of a region, each with a feed, a dashboard and a screen on a wall. */
final class Region implements AutoCloseable {

    private static final Actor BENCHMARK = new Actor.SystemJob("benchmark");

    private final Workspace workspace = Workspace.create();
    private final ConfigurableApplicationContext server;
    private final List<InetSocketAddress> feeds = new ArrayList<>();
    private final List<URI> walls = new ArrayList<>();

    /**
     * @param departments how many
     */
    Region(int departments) {
        server = new SpringApplicationBuilder(SilkthreadServer.class)
                .run("--silkthread.dir=" + workspace.at("data"), "--server.port=0", "--management.server.port=0");
        StringBuilder feedRows = new StringBuilder("code,organisation,name,profile,silence_minutes,port,open\n");
        StringBuilder boardRows = new StringBuilder("code,organisation,title,template,feeds,practice,open\n");
        for (int port : freePorts(departments)) {
            String code = "ed-" + feeds.size();
            feedRows.append(code + ",ZED,Emergency department,emergency-hl7v2,15," + port + ",yes\n");
            boardRows.append(code + ",ZED,Emergency department,emergency-department," + code + ",,yes\n");
            feeds.add(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
        DataScope.asSystem("a benchmark", () -> {
            take("feeds", feedRows.toString());
            take("dashboards", boardRows.toString());
            openScreens();
            return feeds;
        });
    }

    private void openScreens() {
        Dashboards dashboards = server.getBean(Dashboards.class);
        Screens screens = server.getBean(Screens.class);
        String port = server.getEnvironment().getRequiredProperty("local.server.port");
        for (int i = 0; i < feeds.size(); i++) {
            String secret = screens.open(
                    dashboards.find("ed-" + i).orElseThrow(),
                    "by the door",
                    new SignedIn("benchmark", "Benchmark", Set.of()));
            walls.add(URI.create("http://localhost:" + port + "/wall/" + secret + "/live"));
        }
    }

    private void take(String kind, String rows) {
        byte[] file = rows.getBytes(StandardCharsets.UTF_8);
        ImportReport report = server.getBeansOfType(Importers.class).values().stream()
                .flatMap(room -> room.importers().stream())
                .filter(importer -> importer.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .work()
                .importFile(kind + ".csv", () -> new ByteArrayInputStream(file), ImportOptions.STRICT, BENCHMARK);
        if (report.outcome() != ImportReport.Outcome.IMPORTED) {
            throw new IllegalStateException("The benchmark's own file is refused: " + report);
        }
    }

    /** Where the feed of a department listens. */
    InetSocketAddress feed(int department) {
        return feeds.get(department);
    }

    /** The stream of events of a department's screen. */
    URI wall(int department) {
        return walls.get(department);
    }

    int departments() {
        return feeds.size();
    }

    private static List<Integer> freePorts(int many) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < many; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> ports =
                    sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException("There are no free ports", e);
        }
    }

    @Override
    public void close() {
        server.close();
        workspace.close();
    }
}
