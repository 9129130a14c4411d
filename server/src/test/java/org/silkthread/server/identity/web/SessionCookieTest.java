package org.silkthread.server.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

class SessionCookieTest {

    @Test
    void check_13_a_secure_cookie_has_the_name_that_binds_it_to_its_host_and_a_plain_one_has_not() {
        TomcatServletWebServerFactory secure = new TomcatServletWebServerFactory();
        secure.getSettings().getSession().getCookie().setSecure(true);
        new SessionCookie().customize(secure);
        assertThat(secure.getSettings().getSession().getCookie().getName()).startsWith("__Host-");
        assertThat(secure.getSettings().getSession().getCookie().getPath()).isEqualTo("/");

        TomcatServletWebServerFactory plain = new TomcatServletWebServerFactory();
        new SessionCookie().customize(plain);
        assertThat(plain.getSettings().getSession().getCookie().getName()).doesNotContain("__");
    }
}
