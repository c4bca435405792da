package io.landline.doctor.system;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which computers answered on the link when the system asked them anew, from a moment on: what `ip monitor neigh` of
/// Linux prints, line by line. The system asks a computer that it knows in the state PROBE, and only an answer leads
/// from there to REACHABLE. From elsewhere REACHABLE tells nothing of now. A receipt on a TCP connection leads there
/// too, and the system notes it when that connection sends next, be it a minute later. Any thread.
public final class LinkAnswers {
    /// The kernel's table holds 1,024 as it comes.
    private static final int NEIGHBOURS_MAX = 4_096;
    private static final Pattern LINE = Pattern.compile("^(\\S+) dev (\\S+) (?:.* )?([A-Z]+)\\s*$");

    private final Set<String> asked = new HashSet<>();
    private final Set<InetAddress> answered = new HashSet<>();

    /// `10.77.0.2 dev eth0 lladdr 6a:11:22:33:44:55 PROBE`
    public synchronized void take(String line) {
        Matcher found = LINE.matcher(line);
        if (!found.find()) return;
        String neighbour = found.group(1) + " " + found.group(2); // an address may stand once for each card
        switch (found.group(3)) {
            case "PROBE" -> {
                if (asked.size() < NEIGHBOURS_MAX) asked.add(neighbour);
            }
            case "REACHABLE" -> {
                if (asked.remove(neighbour) && answered.size() < NEIGHBOURS_MAX) {
                    AddressText.literal(found.group(1)).ifPresent(answered::add);
                }
            }
            default -> asked.remove(neighbour);
        }
    }

    public synchronized boolean contains(InetAddress address) {
        return answered.contains(AddressText.unscoped(address));
    }
}
