package org.silkthread.cli;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that names the proxies which end TLS in front of the server. */
final class Proxies {

    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:]*");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--proxy",
            paramLabel = "ADDRESS",
            description = "The IP address of a proxy that takes requests by HTTPS and passes them on; may be given more"
                    + " than once. Only from these addresses is believed what X-Forwarded-For and X-Forwarded-Proto say,"
                    + " and the session's cookie is sent by HTTPS alone.")
    private List<String> addresses = List.of();

    /** What the server has to know; nothing when there is no proxy. */
    Map<String, Object> settings() {
        if (addresses.isEmpty()) {
            return Map.of();
        }
        for (String address : addresses) {
            if (!ADDRESS.matcher(address).matches()) {
                throw new ParameterException(spec.commandLine(), "'" + address + "' is not an IP address");
            }
        }
        return Map.of(
                "server.forward-headers-strategy", "native",
                "server.tomcat.remoteip.internal-proxies",
                        addresses.stream().map(Pattern::quote).collect(Collectors.joining("|")),
                "server.servlet.session.cookie.secure", "true");
    }
}
