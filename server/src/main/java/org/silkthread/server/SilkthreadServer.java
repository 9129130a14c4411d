package org.silkthread.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The application, started by the command line. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableTransactionManagement
@Modulithic(systemName = "Silkthread", sharedModules = "web")
public class SilkthreadServer {

    /** For running inside an IDE; everybody else uses {@code silk serve}. */
    public static void main(String[] arguments) {
        SpringApplication.run(SilkthreadServer.class, arguments);
    }
}
