package io.landline.lab.net;

import io.landline.lab.Family;
import io.landline.lab.LabException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns a host name into addresses. A name may have several, of both families: a client tries one after the other.
public final class Names {
    /// Without this limit, a name server that does not answer would hold a person for a minute.
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    /// `10.77.0.2:99`, `[::1]:99`; an IPv6 address without brackets has more than one colon.
    private static final Pattern WITH_PORT = Pattern.compile("(?:[^:\\[\\]]+|\\[.*\\]):(\\d{1,5})");
    /// `fe80::1%eth0`.
    private static final Pattern WITH_LINK = Pattern.compile("[\\da-fA-F:]+%(.+)");
    /// One of them larger than a byte.
    private static final Pattern FOUR_NUMBERS = Pattern
            .compile("(?=.*\\b(?:25[6-9]|2[6-9]\\d|[3-9]\\d\\d|\\d{4,})\\b)\\d+(?:\\.\\d+){3}");

    private Names() {}

    /// Makes Java return a name's addresses in the system's order, as the course's programs see it; by default Java
    /// puts IPv4 first. For a whole program: it is read once, before the first look-up. Not for the window: its node
    /// does not open with this setting (seen on Linux).
    public static void keepSystemOrder() {
        System.setProperty("java.net.preferIPv6Addresses", "system");
    }

    /// All addresses of the family, in the system's order; never empty. A literal is its own only address.
    public static List<InetAddress> resolve(String host, Family family) throws LabException, InterruptedException {
        List<InetAddress> all = all(host);
        List<InetAddress> fitting = all.stream().filter(address -> fits(address, family)).toList();
        if (!fitting.isEmpty()) return fitting;
        String wanted = family == Family.IPV4 ? "IPv4" : "IPv6";
        throw isLiteral(host)
                ? new LabException("{0} is no {1} address. Try the other family, or another host.", host, wanted)
                : new LabException("{0} has no {1} address. Try the other family, or a literal.", host, wanted);
    }

    /// As [#resolve], for who sends there. All addresses of this computer, as a server names them that listens at all
    /// (`0.0.0.0`, `::`), mean this computer: its answer comes from the loopback address.
    static List<InetAddress> destinations(String host, Family family) throws LabException, InterruptedException {
        List<InetAddress> all = resolve(host, family);
        refuseWithoutLink(host);
        return all.stream().map(Names::destination).toList();
    }

    /// Each link of a computer has such addresses, and the system asks on which one that computer is.
    public static void refuseWithoutLink(String host) throws LabException {
        if (!isLiteral(host) || !(InetAddress.ofLiteral(host) instanceof Inet6Address address)) return;
        // Windows takes a link by itself
        boolean isAsked = address.isLinkLocalAddress() && address.getScopeId() == 0 && !Sockets.isWindows();
        if (isAsked) {
            throw new LabException("{0} is good on one link alone. Say by which interface, as in {0}%{1}.", host,
                    NetworkInterfaces.example());
        }
    }

    private static InetAddress destination(InetAddress address) {
        if (!address.isAnyLocalAddress()) return address;
        return InetAddress.ofLiteral(address instanceof Inet4Address ? "127.0.0.1" : "::1");
    }

    /// Whether this is an address, which needs no look-up.
    public static boolean isLiteral(String host) {
        try {
            InetAddress.ofLiteral(host);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public static boolean fits(InetAddress address, Family family) {
        return switch (family) {
            case ANY -> true;
            case IPV4 -> address instanceof Inet4Address;
            case IPV6 -> address instanceof Inet6Address;
        };
    }

    private static List<InetAddress> all(String host) throws LabException, InterruptedException {
        Matcher ported = WITH_PORT.matcher(host);
        if (ported.matches()) {
            throw new LabException("{0} has a port in it. Give the host alone, and the port by --port {1}.", host,
                    ported.group(1));
        }
        // The look-up cannot be given a time limit, so it has a thread that may be left behind.
        var lookUp = new FutureTask<>(() -> InetAddress.getAllByName(host));
        Thread.ofVirtual().name("lab-look-up").start(lookUp);
        try {
            return Arrays.asList(lookUp.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw new LabException(e, "No name server answered for {0} within {1} s. Is this computer on the network?"
                    + " An address instead of the name works without.", host, PATIENCE.toSeconds());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownHostException)) {
                throw new LabException(e, "Looking up {0} failed: {1}", host, String.valueOf(e.getCause()));
            }
            if (FOUR_NUMBERS.matcher(host).matches()) {
                throw new LabException(e, "{0} is no address: each of the four numbers is at most 255.", host);
            }
            Matcher link = WITH_LINK.matcher(host);
            if (link.matches()) {
                throw new LabException(e, "There is no interface {0} on this computer: landline lab lookup lists them.",
                        link.group(1));
            }
            throw new LabException(e, "There is no host named {0}. Check the spelling, or give an address.", host);
        }
    }
}
