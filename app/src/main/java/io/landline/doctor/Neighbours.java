package io.landline.doctor;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who answered on the link itself, below IP: the neighbour table of the system (ARP, IPv6 neighbour discovery), as its commands print
/// it. A computer that is on and on the same link answers there whatever its firewall does.
record Neighbours(Map<InetAddress, Answer> answers) {
    /// What became of asking for one address.
    enum Answer {
        /// It gave its hardware address, now or a while ago.
        ANSWERED,
        /// It was asked and did not answer.
        SILENT
    }

    /// The kernel's table holds 1,024 as it comes.
    private static final int ENTRIES_MAX = 4_096;
    private static final Pattern LINUX = Pattern.compile("^(\\S+) dev (\\S+)(?: lladdr (\\S+))?.* (\\S+)\\s*$");
    private static final Pattern MACOS = Pattern.compile("\\((\\S+)\\) at (\\S+)");
    private static final Pattern WINDOWS = Pattern.compile("^\\s*(\\d+\\.\\d+\\.\\d+\\.\\d+)\\s+((?:[0-9a-fA-F]{2}-){5}[0-9a-fA-F]{2})\\s");

    Neighbours {
        answers = Map.copyOf(answers);
    }

    Optional<Answer> of(InetAddress address) {
        return Optional.ofNullable(answers.get(Addresses.unscoped(address)));
    }

    /// Those of these addresses alone.
    Neighbours within(Predicate<InetAddress> wanted) {
        var kept = new LinkedHashMap<>(answers);
        kept.keySet().removeIf(address -> !wanted.test(address));
        return new Neighbours(kept);
    }

    /// Of `ip neigh` (Linux), `arp -an` (macOS), `arp -a` (Windows).
    static Neighbours parse(Os system, String printed) {
        var answers = new LinkedHashMap<InetAddress, Answer>();
        for (String line : printed.lines().limit(ENTRIES_MAX).toList()) {
            switch (system) {
                case LINUX -> linux(line, answers);
                case MACOS -> macOs(line, answers);
                case WINDOWS -> windows(line, answers);
            }
        }
        return new Neighbours(answers);
    }

    /// `10.77.0.2 dev eth0 lladdr 6a:11:… REACHABLE`, `10.77.0.9 dev eth0 FAILED`.
    private static void linux(String line, Map<InetAddress, Answer> answers) {
        Matcher found = LINUX.matcher(line);
        if (!found.find()) return;
        String state = found.group(4).toUpperCase(Locale.ROOT);
        Answer answer = switch (state) {
            case "REACHABLE", "STALE", "DELAY", "PROBE", "PERMANENT" -> Answer.ANSWERED;
            case "FAILED", "INCOMPLETE" -> Answer.SILENT;
            default -> null; // NOARP, NONE: nobody asks there
        };
        if (answer != null) Addresses.literal(found.group(1)).ifPresent(address -> note(answers, address, answer));
    }

    /// `? (192.168.1.1) at a4:91:… on en0 ifscope [ethernet]`, `? (192.168.1.77) at (incomplete) on en0 ifscope [ethernet]`.
    private static void macOs(String line, Map<InetAddress, Answer> answers) {
        Matcher found = MACOS.matcher(line);
        if (!found.find()) return;
        Answer answer = found.group(2).startsWith("(") ? Answer.SILENT : Answer.ANSWERED;
        Addresses.literal(found.group(1)).ifPresent(address -> note(answers, address, answer));
    }

    /// `  192.168.1.1           a4-91-b1-00-00-01     dynamic`; who did not answer is not listed.
    private static void windows(String line, Map<InetAddress, Answer> answers) {
        Matcher found = WINDOWS.matcher(line);
        if (found.find()) Addresses.literal(found.group(1)).ifPresent(address -> note(answers, address, Answer.ANSWERED));
    }

    /// An address may stand once for each card: an answer on one of them counts.
    private static void note(Map<InetAddress, Answer> answers, InetAddress address, Answer answer) {
        answers.merge(address, answer, (one, other) -> one == Answer.ANSWERED ? one : other);
    }
}
