package io.landline.doctor;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The neighbour table of the system at one moment, as its commands print it. One table alone does not tell a computer
/// that is on from one that was on a minute ago; two tables do, where the system shows a new answer in the second.
///
/// @param readAt when, on a monotonic clock that all tables to compare share
record NeighbourTable(Map<InetAddress, Entry> entries, Duration readAt) {
    /// What the system holds of one address.
    ///
    /// @param known whether it has a hardware address for it
    /// @param confirmedAgo how long ago the system last knew that it is right, in whole seconds, rounded down; null
    ///        where it does not tell
    record Entry(boolean known, @Nullable Duration confirmedAgo) {}

    /// The kernel's table holds 1,024 as it comes.
    private static final int ENTRIES_MAX = 4_096;
    /// By this much a confirmation has to be younger than the earlier one to be another one. The ages are rounded to
    /// seconds, and the command that prints them may take a while on a busy computer.
    static final Duration APART_MIN = Duration.ofSeconds(2);
    private static final Pattern LINUX = Pattern.compile(
            "^(\\S+) dev (\\S+)(?: lladdr (\\S+))?(?:.* used \\d{1,9}/(\\d{1,9})/\\d)?.* (\\S+)\\s*$");
    private static final Pattern MACOS = Pattern.compile("\\((\\S+)\\) at (\\S+)");
    private static final Pattern WINDOWS = Pattern.compile(
            "^\\s*(\\d+\\.\\d+\\.\\d+\\.\\d+)\\s+((?:[0-9a-fA-F]{2}-){5}[0-9a-fA-F]{2})\\s");

    NeighbourTable {
        entries = Map.copyOf(entries);
    }

    /// Of `ip -s neigh` (Linux), `arp -an` (macOS), `arp -a` (Windows).
    static NeighbourTable parse(OperatingSystem system, String printed, Duration readAt) {
        var entries = new LinkedHashMap<InetAddress, Entry>();
        for (String line : printed.lines().limit(ENTRIES_MAX).toList()) {
            switch (system) {
                case LINUX -> linux(line, entries);
                case MACOS -> macOs(line, entries);
                case WINDOWS -> windows(line, entries);
            }
        }
        return new NeighbourTable(entries, readAt);
    }

    /// Those of these addresses alone.
    NeighbourTable within(Predicate<InetAddress> wanted) {
        var kept = new LinkedHashMap<>(entries);
        kept.keySet().removeIf(address -> !wanted.test(address));
        return new NeighbourTable(kept, readAt);
    }

    /// What this table tells by itself: nothing of when somebody answered.
    LinkNeighbours alone() {
        var answers = new LinkedHashMap<InetAddress, LinkNeighbours.Answer>();
        entries.forEach((address, entry) -> answers.put(address,
                entry.known() ? LinkNeighbours.Answer.REMEMBERED : LinkNeighbours.Answer.SILENT));
        return new LinkNeighbours(answers);
    }

    /// Who answered between an earlier table and this one.
    LinkNeighbours since(NeighbourTable before) {
        var answers = new LinkedHashMap<>(alone().answers());
        entries.forEach((address, now) -> {
            Entry then = before.entries.get(address);
            boolean fresh = now.known()
                    && (then == null || !then.known() || isYounger(then, now, readAt.minus(before.readAt)));
            if (fresh) answers.put(address, LinkNeighbours.Answer.ANSWERED);
        });
        return new LinkNeighbours(answers);
    }

    private static boolean isYounger(Entry then, Entry now, Duration between) {
        if (then.confirmedAgo() == null || now.confirmedAgo() == null) return false;
        return then.confirmedAgo().plus(between).minus(now.confirmedAgo()).compareTo(APART_MIN) >= 0;
    }

    /// `10.77.0.2 dev eth0 lladdr 6a:11:… ref 1 used 0/12/7 probes 1 REACHABLE`, `10.77.0.9 dev eth0 used 5/65/2 probes
    /// 6 FAILED`: seconds since it was used, confirmed and updated.
    private static void linux(String line, Map<InetAddress, Entry> entries) {
        Matcher found = LINUX.matcher(line);
        if (!found.find()) return;
        String confirmed = found.group(4);
        Duration ago = confirmed == null ? null : Duration.ofSeconds(Long.parseLong(confirmed));
        Entry entry = switch (found.group(5).toUpperCase(Locale.ROOT)) {
            case "REACHABLE", "STALE", "DELAY", "PROBE" -> new Entry(true, ago);
            case "PERMANENT" -> new Entry(true, null); // typed by a person: nobody is asked
            case "FAILED", "INCOMPLETE" -> new Entry(false, null);
            default -> null; // NOARP, NONE: nobody asks there
        };
        if (entry != null) Addresses.literal(found.group(1)).ifPresent(address -> note(entries, address, entry));
    }

    /// `? (192.168.1.1) at a4:91:… on en0 ifscope [ethernet]`,
    /// `? (192.168.1.77) at (incomplete) on en0 ifscope [ethernet]`.
    private static void macOs(String line, Map<InetAddress, Entry> entries) {
        Matcher found = MACOS.matcher(line);
        if (!found.find()) return;
        var entry = new Entry(!found.group(2).startsWith("("), null);
        Addresses.literal(found.group(1)).ifPresent(address -> note(entries, address, entry));
    }

    /// `  192.168.1.1           a4-91-b1-00-00-01     dynamic`; who did not answer is not listed.
    private static void windows(String line, Map<InetAddress, Entry> entries) {
        Matcher found = WINDOWS.matcher(line);
        if (found.find()) {
            Addresses.literal(found.group(1)).ifPresent(address -> note(entries, address, new Entry(true, null)));
        }
    }

    /// An address may stand once for each card: the newest answer on any of them counts.
    private static void note(Map<InetAddress, Entry> entries, InetAddress address, Entry entry) {
        entries.merge(address, entry, NeighbourTable::better);
    }

    private static Entry better(Entry one, Entry other) {
        if (one.known() != other.known()) return one.known() ? one : other;
        if (one.confirmedAgo() == null || other.confirmedAgo() == null) return one.confirmedAgo() == null ? other : one;
        return one.confirmedAgo().compareTo(other.confirmedAgo()) <= 0 ? one : other;
    }
}
