package org.silkthread.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.audit.Verification;

@ServerTest
class StartTest {

    private final AuditTrail trail;

    StartTest(AuditTrail trail) {
        this.trail = trail;
    }

    @Test
    void the_server_starts_and_its_audit_trail_is_intact() {
        trail.record(new AuditEvent(new Actor.SystemJob("start test"), "test.start", "server", ""));
        assertThat(trail.verify()).isInstanceOf(Verification.Intact.class);
    }
}
