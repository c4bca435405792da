package io.landline.lab.net;

import io.landline.lab.Addresses;
import io.landline.lab.LabMessage;
import io.landline.lab.SocketCard;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads a socket's card from the system.
public final class SocketCards {
    private static final List<SocketOption<?>> SHOWN = List.of(StandardSocketOptions.SO_BROADCAST,
            StandardSocketOptions.SO_REUSEADDR, StandardSocketOptions.SO_REUSEPORT, StandardSocketOptions.TCP_NODELAY,
            StandardSocketOptions.SO_KEEPALIVE, StandardSocketOptions.SO_LINGER, StandardSocketOptions.SO_RCVBUF,
            StandardSocketOptions.SO_SNDBUF);

    private SocketCards() {}

    /// @param family `IPv4`, `IPv6` or `dual`: the option IPV6_V6ONLY, which Java does not have
    public static SocketCard of(DatagramSocket socket, String family, String local) {
        String peer = socket.isConnected() ? Addresses.text(socket.getRemoteSocketAddress()) : null;
        LabMessage state = LabMessage.of(
                socket.isClosed() ? "closed" : socket.isConnected() ? "tied to one peer" : "open");
        return new SocketCard(LabMessage.asIs("UDP (SOCK_DGRAM)"), family, local, peer, state,
                options(socket.supportedOptions(), socket::getOption, family));
    }

    public static SocketCard of(ServerSocket socket, String family, String local) {
        return new SocketCard(LabMessage.asIs("TCP (SOCK_STREAM)"), family, local, null,
                LabMessage.of(socket.isClosed() ? "closed" : "listening"),
                options(socket.supportedOptions(), socket::getOption, family));
    }

    public static SocketCard of(Socket socket, String family) {
        boolean half = socket.isInputShutdown() || socket.isOutputShutdown();
        LabMessage state = LabMessage.of(socket.isClosed() ? "closed" : half ? "half closed" : "connected");
        return new SocketCard(LabMessage.asIs("TCP (SOCK_STREAM)"), family,
                Addresses.text(socket.getLocalSocketAddress()),
                Addresses.text(socket.getRemoteSocketAddress()), state,
                options(socket.supportedOptions(), socket::getOption, family));
    }

    private interface Read {
        Object value(SocketOption<?> option) throws IOException;
    }

    private static Map<String, LabMessage> options(Set<SocketOption<?>> supported, Read read, String family) {
        var options = new LinkedHashMap<String, LabMessage>();
        if (!family.equals("IPv4")) {
            options.put("IPV6_V6ONLY",
                    LabMessage.of(family.equals("dual") ? "off" : "off in the system; IPv4 is dropped here"));
        }
        for (SocketOption<?> each : SHOWN) {
            if (!supported.contains(each)) continue;
            try {
                options.put(each.name(), LabMessage.asIs(String.valueOf(read.value(each))));
            } catch (IOException e) {
                options.put(each.name(), LabMessage.of("not known: {0}", Failures.kind(e)));
            }
        }
        return options;
    }
}
