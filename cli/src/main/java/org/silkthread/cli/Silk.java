package org.silkthread.cli;

import org.silkthread.server.SilkthreadServer;
import org.springframework.boot.SpringApplication;

/** Entry point of the {@code silk} command. */
public final class Silk {

    private Silk() {}

    public static void main(String[] arguments) {
        SpringApplication.run(SilkthreadServer.class, arguments);
    }
}
