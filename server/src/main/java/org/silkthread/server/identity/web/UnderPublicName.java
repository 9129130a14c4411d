package org.silkthread.server.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.silkthread.server.identity.issuer.PublicAddress;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Shows the issuer its public name whatever name the request came to, because a statement names its issuer and the
 * application fetches it over the loopback address.
 */
final class UnderPublicName extends OncePerRequestFilter {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final PublicAddress address;

    UnderPublicName(PublicAddress address) {
        this.address = address;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Renamed(request, address.uri()), response);
    }

    private static final class Renamed extends HttpServletRequestWrapper {

        private final URI name;

        Renamed(HttpServletRequest request, URI name) {
            super(request);
            this.name = name;
        }

        @Override
        public String getScheme() {
            return name.getScheme();
        }

        @Override
        public boolean isSecure() {
            return "https".equals(name.getScheme()) || super.isSecure();
        }

        @Override
        public String getServerName() {
            return name.getHost();
        }

        @Override
        public int getServerPort() {
            if (name.getPort() >= 0) {
                return name.getPort();
            }
            return "https".equals(name.getScheme()) ? HTTPS : HTTP;
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(name.toString()).append(getRequestURI());
        }
    }
}
