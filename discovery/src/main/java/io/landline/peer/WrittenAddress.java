package io.landline.peer;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// An address as people write it: `10.77.0.1`, `::1%lo`, `fe80::1%eth0` (RFC 5952: the longest run of zeros is `::`,
/// the first of several). Java writes all eight groups. The Lab, which knows none of our other modules, has its own; a
/// test compares the two. Stateless; any thread.
public final class WrittenAddress {
    /// Two groups or more: a single zero is not shortened.
    private static final Pattern ZEROS = Pattern.compile("(?<![0-9a-f])0(:0)+(?![0-9a-f])");

    private WrittenAddress() {}

    /// Without brackets, and with the scope where it has one.
    public static String of(InetAddress address) {
        String full = address.getHostAddress();
        if (!(address instanceof Inet6Address six)) return full;
        int scope = full.indexOf('%');
        return scope < 0 ? compressed(full) : compressed(full.substring(0, scope)) + "%" + interfaceOf(six);
    }

    /// Its name, which people know; the number where none has it any more. Of what was received Java has the number
    /// alone.
    private static String interfaceOf(Inet6Address address) {
        NetworkInterface named = address.getScopedInterface();
        try {
            if (named == null) named = NetworkInterface.getByIndex(address.getScopeId());
        } catch (SocketException | IllegalArgumentException e) {
            return String.valueOf(address.getScopeId()); // the system does not list them
        }
        return named == null ? String.valueOf(address.getScopeId()) : named.getName();
    }

    /// The host as it was typed; an IPv6 address in the short form.
    public static String hostOf(InetSocketAddress typed) {
        String host = typed.getHostString();
        InetAddress address = typed.getAddress();
        return address != null && host.equals(address.getHostAddress()) ? of(address) : host;
    }

    /// The same with its port: `ada.local:5263`, `[fe80::1%eth0]:5263`.
    public static String withPort(InetSocketAddress typed) {
        return withPort(hostOf(typed), typed.getPort());
    }

    /// A name or an address as it is written, with a port behind it.
    public static String withPort(String host, int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private static String compressed(String groups) {
        MatchResult longest = null;
        for (MatchResult run : ZEROS.matcher(groups).results().toList()) {
            if (longest == null || run.group().length() > longest.group().length()) longest = run;
        }
        if (longest == null) return groups;
        String before = groups.substring(0, longest.start());
        String after = groups.substring(longest.end());
        return (before.isEmpty() ? ":" : before) + (after.isEmpty() ? ":" : after);
    }
}
