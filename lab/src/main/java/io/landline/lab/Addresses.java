package io.landline.lab;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.SocketException;

/// Addresses as they are written: `127.0.0.1:8000`, `[::1]:8000` (RFC 5952: the longest run of zeros is `::`),
/// `[fe80::1%eth0]:8000`.
public final class Addresses {
    private static final int GROUPS = 8;

    private Addresses() {}

    public static String text(SocketAddress address) {
        if (!(address instanceof InetSocketAddress inet)) return address.toString();
        String host = host(inet);
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + inet.getPort();
    }

    /// The host alone, without brackets; the name, where it was never looked up.
    public static String host(InetSocketAddress address) {
        InetAddress ip = address.getAddress();
        return ip == null ? address.getHostString() : host(ip);
    }

    public static String host(InetAddress address) {
        return address instanceof Inet6Address six ? compressed(six) : address.getHostAddress();
    }

    private static String compressed(Inet6Address address) {
        byte[] bytes = address.getAddress();
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) groups[i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
        int zerosFrom = -1;
        int zeros = 1; // a single zero is not shortened
        for (int i = 0; i < GROUPS; i++) {
            int run = 0;
            while (i + run < GROUPS && groups[i + run] == 0) run++;
            if (run > zeros) {
                zerosFrom = i;
                zeros = run;
            }
        }
        var text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == zerosFrom) {
                text.append("::");
                i += zeros - 1;
            } else {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') text.append(':');
                text.append(Integer.toHexString(groups[i]));
            }
        }
        return address.getHostAddress().indexOf('%') < 0 ? text.toString() : text + "%" + interfaceOf(address);
    }

    /// Its name; the number where none has it any more. Of what was received Java has the number alone.
    private static String interfaceOf(Inet6Address address) {
        NetworkInterface named = address.getScopedInterface();
        try {
            if (named == null) named = NetworkInterface.getByIndex(address.getScopeId());
        } catch (SocketException | IllegalArgumentException e) {
            return String.valueOf(address.getScopeId()); // the system does not list them
        }
        return named == null ? String.valueOf(address.getScopeId()) : named.getName();
    }
}
