package io.landline.doctor;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Predicate;

/// Whether what is sent to all leaves this computer, and whether its firewall lets in what comes.
final class EchoCheck implements Check {
    /// What to look at.
    interface Firewalls {
        Firewall here() throws InterruptedException;
    }

    private final Echoes echoes;
    private final Firewalls firewalls;
    private final Os system;
    private final Ports ports;

    EchoCheck(Echoes echoes, Firewalls firewalls, Os system, Ports ports) {
        this.echoes = echoes;
        this.firewalls = firewalls;
        this.system = system;
        this.ports = ports;
    }

    @Override
    public Set<Code> codes() {
        return EnumSet.of(Code.NO_PERMISSION, Code.UDP_OUT_BLOCKED, Code.FIREWALL_HERE, Code.NO_BROADCAST, Code.NO_MULTICAST);
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Echo> heard = echoes.listen();
        if (heard.isEmpty()) {
            return codes().stream().map(code -> Finding.unknown(code, "There is no interface on which Landline announces itself."))
                    .toList();
        }
        Firewall firewall = firewalls.here();
        return List.of(permission(heard), sending(heard), receiving(heard, firewall), broadcast(heard), multicast(heard));
    }

    private Finding permission(List<Echo> heard) {
        List<Echo> denied = heard.stream().filter(this::isDenied).toList();
        if (denied.isEmpty()) return Finding.ok(Code.NO_PERMISSION, "The system lets Landline send and listen.");
        String evidence = "The system does not let this program send: " + failures(denied) + ".";
        return switch (system) {
            case LINUX -> Finding.bad(Code.NO_PERMISSION, evidence, "A sandbox or a security module (AppArmor, SELinux, a container, snap)"
                    + " keeps the network from Landline: allow it there, or start Landline outside of it.");
            case MACOS -> Finding.bad(Code.NO_PERMISSION, evidence,
                    "In System Settings, Privacy & Security, Local Network, switch Landline (or the terminal that starts it) on.");
            case WINDOWS -> Finding.bad(Code.NO_PERMISSION, evidence,
                    "Allow Landline (or java.exe) in Windows Security, Firewall & network protection, Allow an app through firewall.");
        };
    }

    /// macOS answers "no route" to a program that may not use the local network, though the route is there: we are bound to its address.
    private boolean isDenied(Echo echo) {
        String error = echo.error().toLowerCase(Locale.ROOT);
        return error.contains("permission denied") || error.contains("access") && error.contains("permissions")
                || system == Os.MACOS && error.contains("no route to host");
    }

    private Finding sending(List<Echo> heard) {
        List<Echo> blocked = heard.stream().filter(each -> each.error().toLowerCase(Locale.ROOT).contains("not permitted")).toList();
        String names = interfaces(heard, Echo::left);
        boolean noneLeft = heard.stream().noneMatch(Echo::left);
        if (noneLeft) {
            return Finding.bad(Code.UDP_OUT_BLOCKED, "Nothing that was sent to all left this computer: " + failures(heard) + ".",
                    blocked.isEmpty()
                            ? "Look whether the network is connected; if it is, whether a firewall or security program holds back UDP. "
                                    + Remedies.LOOK_AROUND
                            : outRemedy() + " " + Remedies.LOOK_AROUND);
        }
        if (!blocked.isEmpty()) {
            return Finding.note(Code.UDP_OUT_BLOCKED, "A firewall on this computer holds back some of what Landline sends: "
                    + failures(blocked) + ". The rest leaves by " + names + ".", outRemedy());
        }
        return Finding.ok(Code.UDP_OUT_BLOCKED, "UDP leaves this computer by " + names + ".");
    }

    private String outRemedy() {
        return switch (system) {
            case LINUX -> "A rule of this computer's firewall drops outgoing packets. Put a rule before it, with nft: udp dport "
                    + ports.range() + " accept in the chain of the output hook; with ufw: sudo ufw allow out " + ports.first() + ":"
                    + ports.last() + "/udp.";
            case WINDOWS -> "As administrator: netsh advfirewall firewall add rule name=Landline dir=out action=allow protocol=UDP"
                    + " remoteport=" + ports.range() + ".";
            case MACOS -> "Look for a security program that filters outgoing connections, and allow Landline (or java) in it.";
        };
    }

    private Finding receiving(List<Echo> heard, Firewall firewall) {
        if (!echoes.canHear()) return Finding.unknown(Code.FIREWALL_HERE, "Without the shared port nothing can be heard back.");
        if (heard.stream().noneMatch(Echo::left)) return Finding.unknown(Code.FIREWALL_HERE, "Nothing left, so nothing can come back.");
        String seen = firewall.seen().map(what -> " Besides, " + what + ".").orElse("");
        List<Echo> broadcasts = heard.stream().filter(Echo::left).toList();
        String deaf = deafInterfaces(broadcasts);
        if (deaf.isEmpty()) {
            return Finding.ok(Code.FIREWALL_HERE, "What was sent to all by " + interfaces(heard, Echo::cameBack)
                    + " came back in at UDP port " + ports.first() + ", so nothing on this computer drops it." + seen);
        }
        String evidence = "What was sent to all left by " + deaf + ", but the system did not hand the copy for ourselves to UDP port "
                + ports.first() + ", where Landline listens." + seen;
        // Seen on Linux. Whether the other systems always hand out the copy was not tried, so there the firewall has to be seen as well.
        boolean certain = system == Os.LINUX || firewall.seen().isPresent();
        return new Finding(Code.FIREWALL_HERE, certain ? State.BAD : State.UNKNOWN, evidence, firewall.remedy(ports))
                .withCommands(firewall.commands(ports));
    }

    /// Those by which something left and nothing came back, broadcast or multicast.
    private static String deafInterfaces(List<Echo> left) {
        var names = new StringJoiner(", ");
        left.stream().map(Echo::interfaceName).distinct()
                .filter(name -> left.stream().filter(each -> each.interfaceName().equals(name)).noneMatch(Echo::cameBack))
                .forEach(names::add);
        return names.toString();
    }

    private Finding broadcast(List<Echo> heard) {
        List<Echo> tried = heard.stream().filter(each -> each.way().isBroadcast()).toList();
        if (tried.isEmpty()) {
            return Finding.note(Code.NO_BROADCAST, "No interface in use has a broadcast address.",
                    "Nothing: multicast and typed addresses do.");
        }
        return way(Code.NO_BROADCAST, "Broadcast", tried, heard, Echo.Way.MULTICAST::equals,
                "Look for a rule that drops packets to 255.255.255.255 or to the subnet's broadcast address; until then type the other's"
                        + " address: --peer ADDRESS.");
    }

    private Finding multicast(List<Echo> heard) {
        List<Echo> tried = heard.stream().filter(each -> each.way() == Echo.Way.MULTICAST).toList();
        if (tried.isEmpty()) {
            return Finding.note(Code.NO_MULTICAST, "No interface in use takes part in multicast.", "Nothing, as long as broadcast works.");
        }
        return way(Code.NO_MULTICAST, "Multicast", tried, heard, Echo.Way::isBroadcast,
                "Nothing, as long as broadcast works; else look for a"
                        + " rule that drops packets to 239.255.52.63.");
    }

    /// Bad where neither this way nor the other ones work; a note where the others do.
    private Finding way(Code code, String what, List<Echo> tried, List<Echo> all, Predicate<Echo.Way> isOther, String remedy) {
        boolean left = tried.stream().anyMatch(Echo::left);
        boolean back = tried.stream().anyMatch(Echo::cameBack);
        boolean otherBack = all.stream().anyMatch(each -> isOther.test(each.way()) && each.cameBack());
        boolean otherLeft = all.stream().anyMatch(each -> isOther.test(each.way()) && each.left());
        if (back) return Finding.ok(code, what + " leaves by " + interfaces(tried, Echo::cameBack) + " and is heard here.");
        if (!left) {
            String evidence = what + " cannot be sent: " + failures(tried) + ".";
            return new Finding(code, otherLeft ? State.NOTE : State.BAD, evidence, remedy);
        }
        if (!otherBack)
            return Finding.unknown(code, what + " leaves by " + interfaces(tried, Echo::left) + "; whether it is heard cannot be told.");
        return Finding.note(code, what + " leaves by " + interfaces(tried, Echo::left)
                + ", but is not heard here, though the other ways are.", remedy);
    }

    private static String interfaces(List<Echo> echoes, Predicate<Echo> which) {
        return String.join(", ", echoes.stream().filter(which).map(Echo::interfaceName).distinct().toList());
    }

    private static String failures(List<Echo> echoes) {
        var list = new ArrayList<String>();
        for (Echo each : echoes) {
            if (!each.left()) list.add(each.way().label + " by " + each.interfaceName() + " (" + each.error() + ")");
        }
        return String.join(", ", list);
    }
}
