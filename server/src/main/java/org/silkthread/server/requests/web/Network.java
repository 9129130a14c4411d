package org.silkthread.server.requests.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;

/** Whose an address is. */
final class Network {

    private static final int HOUSEHOLD = 8;

    private Network() {}

    /** An IPv4 address as it is; of IPv6 the first 64 bits, because every connection gets as many addresses as it likes. */
    static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        return parsed(address)
                .map(parsed -> parsed instanceof Inet6Address
                        ? HexFormat.of().formatHex(parsed.getAddress(), 0, HOUSEHOLD) + "::/64"
                        : parsed.getHostAddress())
                .orElse(address);
    }

    /** Whether it is this machine's address for itself; what cannot be read is somebody else's. */
    static boolean isThisMachine(String address) {
        return parsed(address).map(InetAddress::isLoopbackAddress).orElse(false);
    }

    /** The container gives addresses as numbers, so no name is looked up. */
    private static Optional<InetAddress> parsed(String address) {
        try {
            return Optional.of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
