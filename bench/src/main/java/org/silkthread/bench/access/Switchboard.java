package org.silkthread.bench.access;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.silkthread.database.DatabaseAddress;
import org.silkthread.database.Migrations;
import org.silkthread.server.access.ScopedDataSource;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.persons.Relationships;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;

/**
 * Stands between the parts of one server and takes its protection away while something is measured. The program itself
 * has no such switch; this one reaches in from outside, in a process that serves nobody.
 */
final class Switchboard implements BeanPostProcessor {

    private static final Set<String> READ_ANEW = Set.of("stillSignedIn", "of");

    private final Map<List<Object>, Object> answers = new ConcurrentHashMap<>();
    private volatile Guards guards = Guards.ALL;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return switch (bean) {
            case ScopedDataSource scoped -> new Connections(scoped);
            case AuditTrail trail -> between(trail, this::record);
            case Accounts accounts -> between(accounts, this::readAnew);
            case Relationships relationships -> between(relationships, this::readAnew);
            case AuthorizationManager<?> routes when name.equals("routeAuthorization") -> between(routes, this::judge);
            default -> bean;
        };
    }

    /** Changes what is at work, for every request from the next on. */
    void set(Guards wanted, DatabaseAddress database, DataSource connections) {
        if (guards.authorisation() != wanted.authorisation()) {
            rowSecurity(wanted.authorisation(), database);
            // A connection keeps its plans, and with them the rows that they hold back.
            ((Connections) connections).renew();
        }
        guards = wanted;
    }

    private static void rowSecurity(boolean on, DatabaseAddress database) {
        try (Connection owner = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = owner.createStatement()) {
            statement.execute("alter role " + Migrations.APPLICATION_ROLE + (on ? " nobypassrls" : " bypassrls"));
        } catch (SQLException e) {
            throw new IllegalStateException("Row-level security cannot be switched", e);
        }
    }

    private static Object between(Object part, MethodInterceptor rule) {
        ProxyFactory factory = new ProxyFactory(part);
        factory.setProxyTargetClass(true);
        factory.addAdvice(rule);
        return factory.getProxy();
    }

    private @Nullable Object record(MethodInvocation call) throws Throwable {
        boolean skipped = !guards.audit() && call.getMethod().getName().equals("record");
        return skipped ? null : call.proceed();
    }

    private @Nullable Object judge(MethodInvocation call) throws Throwable {
        boolean skipped = !guards.authorisation() && call.getMethod().getName().equals("authorize");
        return skipped ? new AuthorizationDecision(true) : call.proceed();
    }

    /** Without authorisation the handler still needs an answer to draw the page: the last true one. */
    private @Nullable Object readAnew(MethodInvocation call) throws Throwable {
        if (!READ_ANEW.contains(call.getMethod().getName())) {
            return call.proceed();
        }
        List<Object> question = List.of(call.getMethod(), Arrays.asList(call.getArguments()));
        Object known = answers.get(question);
        if (!guards.authorisation() && known != null) {
            return known;
        }
        Object answer = call.proceed();
        if (answer != null) {
            answers.put(question, answer);
        }
        return answer;
    }

    /** Hands out connections as they are when authorisation is off. */
    private final class Connections extends DelegatingDataSource implements AutoCloseable {

        private final ScopedDataSource scoped;

        Connections(ScopedDataSource scoped) {
            super(scoped);
            this.scoped = scoped;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return guards.authorisation() ? scoped.getConnection() : pool().getConnection();
        }

        void renew() {
            pool().getHikariPoolMXBean().softEvictConnections();
        }

        private HikariDataSource pool() {
            return (HikariDataSource) Objects.requireNonNull(scoped.getTargetDataSource());
        }

        @Override
        public void close() {
            scoped.close();
        }
    }
}
