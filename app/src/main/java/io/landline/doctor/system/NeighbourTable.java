package io.landline.doctor.system;

import io.landline.doctor.system.LinkNeighbours.Answer;
import io.landline.system.OperatingSystem;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The neighbour table of the system at one moment, as its commands print it. It does not tell a computer that is on
/// from one that was on a minute ago: [LinkNeighbours#since] does.
public final class NeighbourTable {
    /// The kernel's table holds 1,024 as it comes.
    private static final int ENTRIES_MAX = 4_096;
    private static final Pattern LINUX = Pattern.compile("^(\\S+) dev (\\S+) (?:.* )?([A-Za-z]+)\\s*$");
    private static final Pattern MACOS = Pattern.compile("\\((\\S+)\\) at (\\S+)");
    private static final Pattern WINDOWS = Pattern.compile(
            "^\\s*(\\d+\\.\\d+\\.\\d+\\.\\d+)\\s+((?:[0-9a-fA-F]{2}-){5}[0-9a-fA-F]{2})\\s");

    /// Its first byte has one digit or two: macOS leaves a zero out.
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]?[13579bdfBDF][:-]");

    private NeighbourTable() {}

    /// Of `ip neigh` (Linux), `arp -an` (macOS), `arp -a` (Windows). Who is known is [Answer#REMEMBERED].
    public static LinkNeighbours parse(OperatingSystem system, String printed) {
        return parse(system, printed, Set.of());
    }

    /// @param leftOut names of interfaces, of which nothing is read; on Linux alone
    public static LinkNeighbours parse(OperatingSystem system, String printed, Set<String> leftOut) {
        var entries = new LinkedHashMap<InetAddress, Answer>();
        for (String line : printed.lines().limit(ENTRIES_MAX).toList()) {
            switch (system) {
                case LINUX, OTHER -> linux(line, leftOut, entries);
                case MACOS -> macOs(line, entries);
                case WINDOWS -> windows(line, entries);
            }
        }
        return new LinkNeighbours(entries);
    }

    /// `10.77.0.2 dev eth0 lladdr 6a:11:22:33:44:55 REACHABLE`, `10.77.0.9 dev eth0 FAILED`
    private static void linux(String line, Set<String> leftOut, Map<InetAddress, Answer> entries) {
        Matcher found = LINUX.matcher(line);
        if (!found.find() || leftOut.contains(found.group(2))) return;
        Answer answer = switch (found.group(3).toUpperCase(Locale.ROOT)) {
            case "REACHABLE", "STALE", "DELAY", "PROBE", "PERMANENT" -> Answer.REMEMBERED;
            case "FAILED", "INCOMPLETE" -> Answer.SILENT;
            default -> null; // NOARP, NONE: nobody asks there
        };
        if (answer != null) AddressText.literal(found.group(1)).ifPresent(address -> note(entries, address, answer));
    }

    /// `? (192.168.1.1) at a4:91:… on en0 ifscope [ethernet]`,
    /// `? (192.168.1.77) at (incomplete) on en0 ifscope [ethernet]`.
    private static void macOs(String line, Map<InetAddress, Answer> entries) {
        Matcher found = MACOS.matcher(line);
        if (!found.find() || isOfGroup(found.group(2))) return;
        Answer answer = found.group(2).startsWith("(") ? Answer.SILENT : Answer.REMEMBERED;
        AddressText.literal(found.group(1)).ifPresent(address -> note(entries, address, answer));
    }

    /// `  192.168.1.1           a4-91-b1-00-00-01     dynamic`; who did not answer is not listed.
    private static void windows(String line, Map<InetAddress, Answer> entries) {
        Matcher found = WINDOWS.matcher(line);
        if (found.find() && !isOfGroup(found.group(2))) {
            AddressText.literal(found.group(1)).ifPresent(address -> note(entries, address, Answer.REMEMBERED));
        }
    }

    /// Whether nobody answered with this hardware address: the system makes those of broadcast and multicast itself.
    /// The lowest bit of their first byte is set (IEEE 802, "I/G bit").
    private static boolean isOfGroup(String hardwareAddress) {
        return GROUP.matcher(hardwareAddress).lookingAt();
    }

    /// An address may stand once for each card: an answer on any of them counts.
    private static void note(Map<InetAddress, Answer> entries, InetAddress address, Answer answer) {
        entries.merge(address, answer, (one, other) -> one == Answer.SILENT ? other : one);
    }
}
