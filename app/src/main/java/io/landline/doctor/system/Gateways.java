package io.landline.doctor.system;

import io.landline.system.OperatingSystem;
import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The routers that default routes lead to, as the commands of the system print them. A default route into a tunnel
/// names none.
public final class Gateways {
    private static final int LINES_MAX = 4_096;
    /// A route may name a next hop that stands by itself: `nhid 12`.
    private static final Pattern LINUX = Pattern.compile(
            "^default (?:nhid \\d+ )?via (?:inet6? )?(\\S+)");
    /// Below a default route that has several.
    private static final Pattern LINUX_NEXT = Pattern.compile("^\\s+nexthop via (?:inet6? )?(\\S+)");
    private static final Pattern MACOS = Pattern.compile("^default\\s+(\\S+)\\s");
    private static final Pattern WINDOWS = Pattern.compile("^\\s*0\\.0\\.0\\.0\\s+0\\.0\\.0\\.0\\s+(\\S+)\\s");

    private Gateways() {}

    /// Of `ip route` and `ip -6 route` (Linux), `netstat -rn` (macOS), `route print -4` (Windows).
    public static Set<InetAddress> parse(OperatingSystem system, String printed) {
        Pattern line = switch (system) {
            case LINUX, OTHER -> LINUX;
            case MACOS -> MACOS;
            case WINDOWS -> WINDOWS;
        };
        var gateways = new LinkedHashSet<InetAddress>();
        boolean isDefault = false;
        for (String each : printed.lines().limit(LINES_MAX).toList()) {
            boolean isNext = line.equals(LINUX) && LINUX_NEXT.matcher(each).find();
            if (!isNext) isDefault = each.startsWith("default ");
            if (isNext && !isDefault) continue;
            Matcher found = (isNext ? LINUX_NEXT : line).matcher(each);
            Optional<InetAddress> gateway = found.find() ? AddressText.literal(found.group(1)) : Optional.empty();
            gateway.ifPresent(gateways::add);
        }
        return gateways;
    }
}
