package io.landline.doctor;

import io.landline.beacon.Groups;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
        return EnumSet.of(Code.NO_PERMISSION, Code.UDP_OUT_BLOCKED, Code.FIREWALL_HERE, Code.NO_BROADCAST,
                Code.NO_MULTICAST);
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Echo> heard = echoes.listen();
        if (heard.isEmpty()) {
            return codes().stream().map(code -> Finding.unknown(code, Words.of("sent.nowhere"))).toList();
        }
        Firewall firewall = firewalls.here();
        return List.of(permission(heard), sending(heard), receiving(heard, firewall), broadcast(heard),
                multicast(heard));
    }

    private Finding permission(List<Echo> heard) {
        List<Echo> denied = heard.stream().filter(this::isDenied).toList();
        if (denied.isEmpty()) return Finding.ok(Code.NO_PERMISSION, Words.of("permission.ok"));
        return Finding.bad(Code.NO_PERMISSION, Words.of("permission.denied", failures(denied)), switch (system) {
            case LINUX -> Words.of("permission.linux");
            case MACOS -> Words.of("permission.macos");
            case WINDOWS -> Words.of("permission.windows");
        });
    }

    /// macOS answers "no route" to a program that may not use the local network, though the route is there: we are
    /// bound to its address.
    private boolean isDenied(Echo echo) {
        String error = echo.error().toLowerCase(Locale.ROOT);
        return error.contains("permission denied") || error.contains("access") && error.contains("permissions")
                || system == Os.MACOS && error.contains("no route to host");
    }

    private Finding sending(List<Echo> heard) {
        List<Echo> blocked = heard.stream()
                .filter(each -> each.error().toLowerCase(Locale.ROOT).contains("not permitted"))
                .toList();
        List<String> names = interfaces(heard, Echo::left);
        if (names.isEmpty()) {
            Words remedy = blocked.isEmpty() ? Words.of("sent.none.remedy") : outRemedy();
            return Finding.bad(Code.UDP_OUT_BLOCKED, Words.of("sent.none", failures(heard)),
                    remedy.and(Remedies.LOOK_AROUND));
        }
        return blocked.isEmpty()
                ? Finding.ok(Code.UDP_OUT_BLOCKED, Words.of("sent.ok", names))
                : Finding.note(Code.UDP_OUT_BLOCKED, Words.of("sent.some", failures(blocked), names), outRemedy());
    }

    private Words outRemedy() {
        return switch (system) {
            case LINUX -> Words.of("sent.linux", ports.from(), ports.to());
            case WINDOWS -> Words.of("sent.windows", ports.from(), ports.to());
            case MACOS -> Words.of("sent.macos");
        };
    }

    private Finding receiving(List<Echo> heard, Firewall firewall) {
        if (!echoes.canHear()) return Finding.unknown(Code.FIREWALL_HERE, Words.of("echo.deaf"));
        List<Echo> left = heard.stream().filter(Echo::left).toList();
        if (left.isEmpty()) return Finding.unknown(Code.FIREWALL_HERE, Words.of("echo.unsent"));
        Words besides = firewall.seen().map(what -> Words.of("echo.besides", what)).orElse(Words.NONE);
        List<String> deaf = deafInterfaces(left);
        if (deaf.isEmpty()) {
            return Finding.ok(Code.FIREWALL_HERE,
                    Words.of("echo.back", interfaces(heard, Echo::cameBack), ports.from()).and(besides));
        }
        // Seen on Linux. Whether the other systems always hand out the copy was not tried, so there the firewall has to
        // be seen as well.
        boolean certain = system == Os.LINUX || firewall.seen().isPresent();
        return new Finding(Code.FIREWALL_HERE, certain ? State.BAD : State.UNKNOWN,
                Words.of("echo.lost", deaf, ports.from()).and(besides), firewall.remedy(ports))
                .withCommands(firewall.commands(ports));
    }

    /// Those by which something left and nothing came back, broadcast or multicast.
    private static List<String> deafInterfaces(List<Echo> left) {
        return left.stream()
                .map(Echo::interfaceName)
                .distinct()
                .filter(name -> left.stream()
                        .filter(each -> each.interfaceName().equals(name))
                        .noneMatch(Echo::cameBack))
                .toList();
    }

    private static Finding broadcast(List<Echo> heard) {
        List<Echo> tried = heard.stream().filter(each -> each.way().isBroadcast()).toList();
        if (tried.isEmpty()) {
            return Finding.note(Code.NO_BROADCAST, Words.of(isByIpv6Alone(heard) ? "broadcast.ipv6" : "broadcast.none"),
                    Words.of("broadcast.none.remedy"));
        }
        return way(Code.NO_BROADCAST, Words.of("broadcast"), tried, heard, Words.of("broadcast.remedy"));
    }

    private static boolean isByIpv6Alone(List<Echo> heard) {
        return heard.stream().allMatch(each -> each.way() == Echo.Way.MULTICAST_6);
    }

    private static Finding multicast(List<Echo> heard) {
        List<Echo> tried = heard.stream().filter(each -> !each.way().isBroadcast()).toList();
        if (tried.isEmpty()) {
            return Finding.note(Code.NO_MULTICAST, Words.of("multicast.none"), Words.of("multicast.none.remedy"));
        }
        Words remedy = isByIpv6Alone(heard)
                ? Words.of("multicast.remedy.ipv6", Groups.MULTICAST_6.getHostAddress())
                : Words.of("multicast.remedy", Groups.MULTICAST_4.getHostAddress());
        return way(Code.NO_MULTICAST, Words.of("multicast"), tried, heard, remedy);
    }

    /// Bad where neither this way nor the other ones work; a note where the others do.
    private static Finding way(Code code, Words what, List<Echo> tried, List<Echo> all, Words remedy) {
        List<Echo> others = all.stream().filter(each -> !tried.contains(each)).toList();
        List<String> back = interfaces(tried, Echo::cameBack);
        if (!back.isEmpty()) return Finding.ok(code, Words.of("way.ok", what, back));
        List<String> left = interfaces(tried, Echo::left);
        if (left.isEmpty()) {
            State state = others.stream().anyMatch(Echo::left) ? State.NOTE : State.BAD;
            return new Finding(code, state, Words.of("way.unsent", what, failures(tried)), remedy);
        }
        return others.stream().anyMatch(Echo::cameBack)
                ? Finding.note(code, Words.of("way.lost", what, left), remedy)
                : Finding.unknown(code, Words.of("way.unclear", what, left));
    }

    private static List<String> interfaces(List<Echo> echoes, Predicate<Echo> which) {
        return echoes.stream().filter(which).map(Echo::interfaceName).distinct().toList();
    }

    private static List<Words> failures(List<Echo> echoes) {
        return echoes.stream()
                .filter(each -> !each.left())
                .map(each -> Words.of("way.failed", each.way().named(), each.interfaceName(), each.error()))
                .toList();
    }
}
