package io.landline.lab.net;

import io.landline.lab.Family;

/// How a server is to be opened.
///
/// @param host address or name to bind; empty: all interfaces
/// @param port 0: any free one
/// @param once end after one client (TCP) or one exchange (UDP)
public record ServerOptions(String host, int port, Family family, boolean once, Limits limits) {
    /// A free port on IPv4's loopback address.
    public static ServerOptions onLoopback() {
        return new ServerOptions("127.0.0.1", 0, Family.ANY, false, Limits.STANDARD);
    }

    /// All interfaces, both families.
    public static ServerOptions everywhere(int port) {
        return new ServerOptions("", port, Family.ANY, false, Limits.STANDARD);
    }

    public ServerOptions within(Limits others) {
        return new ServerOptions(host, port, family, once, others);
    }
}
