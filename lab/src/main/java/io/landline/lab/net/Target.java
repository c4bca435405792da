package io.landline.lab.net;

import io.landline.lab.Family;
import java.net.InetSocketAddress;

/// Where a client goes: a name or a literal, not yet looked up.
public record Target(String host, int port, Family family) {
    public static Target of(InetSocketAddress address) {
        return new Target(address.getAddress().getHostAddress(), address.getPort(), Family.ANY);
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + " port " + port;
    }
}
