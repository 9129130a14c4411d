package org.silkthread.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.silkthread.database.DatabaseAddress;
import org.silkthread.database.EmbeddedPostgres;
import org.silkthread.database.Migrations;
import org.silkthread.server.access.ScopedDataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the database, the one in the data folder unless another is named, and brings it to this version's schema. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /**
     * @param dir the folder that holds everything this installation keeps
     * @param dbUrl the JDBC address of an external PostgreSQL; blank for the embedded one
     * @param dbUser the role at the external database
     * @param dbPassword its password
     */
    @ConfigurationProperties("silkthread")
    record Storage(Path dir, String dbUrl, String dbUser, String dbPassword) {}

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "silkthread.db-url", havingValue = "", matchIfMissing = true)
    EmbeddedPostgres embeddedPostgres(Storage storage) {
        return EmbeddedPostgres.open(storage.dir());
    }

    @Bean
    @ConditionalOnProperty(name = "silkthread.db-url", havingValue = "", matchIfMissing = true)
    DatabaseAddress embeddedAddress(EmbeddedPostgres postgres) {
        return postgres.address();
    }

    @Bean
    @org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean
    DatabaseAddress externalAddress(Storage storage) {
        return new DatabaseAddress(storage.dbUrl(), storage.dbUser(), storage.dbPassword());
    }

    @Bean
    DataSource dataSource(DatabaseAddress address) {
        Migrations.apply(address);
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(16);
        pool.setPoolName("silkthread");
        // Without the rights of the owner, whom row-level security would not hold back.
        pool.setConnectionInitSql("set role " + Migrations.APPLICATION_ROLE);
        return new ScopedDataSource(new HikariDataSource(pool));
    }
}
