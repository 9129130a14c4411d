package org.silkthread.server.requests.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** Whose an address is. */
final class Network {

    private static final int HOUSEHOLD = 8;

    private Network() {}

    /** An IPv4 address as it is; of IPv6 the first 64 bits, because every connection gets as many addresses as it likes. */
    static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        return switch (parsed(address)) {
            case Inet6Address long128 -> HexFormat.of().formatHex(long128.getAddress(), 0, HOUSEHOLD) + "::/64";
            case InetAddress other -> other.getHostAddress();
        };
    }

    /** The container gives addresses as numbers, so no name is looked up. */
    static InetAddress parsed(String address) {
        try {
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException unreadable) {
            return InetAddress.getLoopbackAddress();
        }
    }
}
