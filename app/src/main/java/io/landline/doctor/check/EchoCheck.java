package io.landline.doctor.check;

import io.landline.beacon.MulticastGroups;
import io.landline.doctor.DoctorMessage;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.doctor.FindingState;
import io.landline.doctor.system.Firewall;
import io.landline.doctor.system.FirewallPorts;
import io.landline.peer.WrittenAddress;
import io.landline.system.OperatingSystem;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// Whether what is sent to all leaves this computer, and whether its firewall lets in what comes.
public final class EchoCheck implements Check {
    /// What holds back or drops that which is sent to everybody.
    public static final Set<FindingCode> CODES = Set.of(FindingCode.NO_PERMISSION, FindingCode.UDP_OUT_BLOCKED,
            FindingCode.FIREWALL_HERE,
            FindingCode.NO_BROADCAST,
            FindingCode.NO_MULTICAST);

    /// What to look at.
    public interface Firewalls {
        Firewall here() throws InterruptedException;
    }

    private final EchoProbe echoes;
    private final Firewalls firewalls;
    private final OperatingSystem system;
    private final FirewallPorts ports;

    public EchoCheck(EchoProbe echoes, Firewalls firewalls, OperatingSystem system, FirewallPorts ports) {
        this.echoes = echoes;
        this.firewalls = firewalls;
        this.system = system;
        this.ports = ports;
    }

    @Override
    public Set<FindingCode> codes() {
        return CODES;
    }

    @Override
    public List<Finding> run() throws InterruptedException {
        List<EchoResult> heard = echoes.listen();
        if (heard.isEmpty()) {
            return codes().stream().map(code -> Finding.unknown(code, DoctorMessage.of("sent.nowhere"))).toList();
        }
        Firewall firewall = firewalls.here();
        return List.of(permission(heard), sending(heard), receiving(heard, firewall), broadcast(heard),
                multicast(heard));
    }

    private Finding permission(List<EchoResult> heard) {
        List<EchoResult> denied = heard.stream().filter(this::isDenied).toList();
        if (denied.isEmpty()) return Finding.ok(FindingCode.NO_PERMISSION, DoctorMessage.of("permission.ok"));
        return Finding.bad(FindingCode.NO_PERMISSION, DoctorMessage.of("permission.denied", failures(denied)),
                switch (system) {
                    case LINUX, OTHER -> DoctorMessage.of("permission.linux");
                    case MACOS -> DoctorMessage.of("permission.macos");
                    case WINDOWS -> DoctorMessage.of("permission.windows");
                });
    }

    /// macOS answers "no route" to a program that may not use the local network, though the route is there: we are
    /// bound to its address.
    private boolean isDenied(EchoResult echo) {
        String error = echo.error().toLowerCase(Locale.ROOT);
        return error.contains("permission denied") || error.contains("access") && error.contains("permissions")
                || system == OperatingSystem.MACOS && error.contains("no route to host");
    }

    private Finding sending(List<EchoResult> heard) {
        List<EchoResult> blocked = heard.stream()
                .filter(each -> each.error().toLowerCase(Locale.ROOT).contains("not permitted"))
                .toList();
        List<String> names = interfaces(heard, EchoResult::left);
        if (names.isEmpty()) {
            DoctorMessage remedy = blocked.isEmpty() ? DoctorMessage.of("sent.none.remedy") : outRemedy();
            return Finding.bad(FindingCode.UDP_OUT_BLOCKED, DoctorMessage.of("sent.none", failures(heard)),
                    remedy.and(Remedies.LOOK_AROUND));
        }
        return blocked.isEmpty()
                ? Finding.ok(FindingCode.UDP_OUT_BLOCKED, DoctorMessage.of("sent.ok", names))
                : Finding.note(FindingCode.UDP_OUT_BLOCKED, DoctorMessage.of("sent.some", failures(blocked), names),
                        outRemedy());
    }

    private DoctorMessage outRemedy() {
        return switch (system) {
            case LINUX, OTHER -> DoctorMessage.of("sent.linux", ports.from(), ports.to());
            case WINDOWS -> DoctorMessage.of("sent.windows", ports.from(), ports.to());
            case MACOS -> DoctorMessage.of("sent.macos");
        };
    }

    private Finding receiving(List<EchoResult> heard, Firewall firewall) {
        if (!echoes.canHear()) return Finding.unknown(FindingCode.FIREWALL_HERE, DoctorMessage.of("echo.deaf"));
        List<EchoResult> left = heard.stream().filter(EchoResult::left).toList();
        if (left.isEmpty()) return Finding.unknown(FindingCode.FIREWALL_HERE, DoctorMessage.of("echo.unsent"));
        DoctorMessage besides = firewall.seen()
                .map(what -> DoctorMessage.of("echo.besides", what))
                .orElse(DoctorMessage.NONE);
        List<String> deaf = deafInterfaces(left);
        if (deaf.isEmpty()) {
            return Finding.ok(FindingCode.FIREWALL_HERE,
                    DoctorMessage.of("echo.back", interfaces(heard, EchoResult::cameBack), ports.from()).and(besides));
        }
        // Seen on Linux. Whether the other systems always hand out the copy was not tried, so there the firewall has to
        // be seen as well.
        boolean certain = system == OperatingSystem.LINUX || firewall.seen().isPresent();
        return new Finding(FindingCode.FIREWALL_HERE, certain ? FindingState.BAD : FindingState.UNKNOWN,
                DoctorMessage.of("echo.lost", deaf, ports.from()).and(besides), firewall.remedy(ports, deaf))
                .withCommands(firewall.commands(ports, deaf));
    }

    /// The interfaces by which something left and nothing came back, broadcast or multicast.
    private static List<String> deafInterfaces(List<EchoResult> left) {
        return left.stream()
                .map(EchoResult::interfaceName)
                .distinct()
                .filter(name -> left.stream()
                        .filter(each -> each.interfaceName().equals(name))
                        .noneMatch(EchoResult::cameBack))
                .toList();
    }

    private static Finding broadcast(List<EchoResult> heard) {
        List<EchoResult> tried = heard.stream().filter(each -> each.way().isBroadcast()).toList();
        if (tried.isEmpty()) {
            return Finding.note(FindingCode.NO_BROADCAST,
                    DoctorMessage.of(isByIpv6Alone(heard) ? "broadcast.ipv6" : "broadcast.none"),
                    DoctorMessage.of("broadcast.none.nothing"));
        }
        return way(FindingCode.NO_BROADCAST, DoctorMessage.of("broadcast"), tried, heard,
                DoctorMessage.of("broadcast.remedy"));
    }

    private static boolean isByIpv6Alone(List<EchoResult> heard) {
        return heard.stream().allMatch(each -> each.way() == EchoResult.Way.MULTICAST_6);
    }

    private static Finding multicast(List<EchoResult> heard) {
        List<EchoResult> tried = heard.stream().filter(each -> !each.way().isBroadcast()).toList();
        if (tried.isEmpty()) {
            return Finding.note(FindingCode.NO_MULTICAST, DoctorMessage.of("multicast.none"),
                    DoctorMessage.of("multicast.none.nothing"));
        }
        DoctorMessage remedy = isByIpv6Alone(heard)
                ? DoctorMessage.of("multicast.remedy.ipv6", WrittenAddress.of(MulticastGroups.MULTICAST_6))
                : DoctorMessage.of("multicast.nothing", WrittenAddress.of(MulticastGroups.MULTICAST_4));
        return way(FindingCode.NO_MULTICAST, DoctorMessage.of("multicast"), tried, heard, remedy);
    }

    /// Bad if no way works; a note if the others do.
    private static Finding way(FindingCode code, DoctorMessage what, List<EchoResult> tried, List<EchoResult> all,
            DoctorMessage remedy) {
        List<EchoResult> others = all.stream().filter(each -> !tried.contains(each)).toList();
        List<String> back = interfaces(tried, EchoResult::cameBack);
        if (!back.isEmpty()) return Finding.ok(code, DoctorMessage.of("way.ok", what, back));
        List<String> left = interfaces(tried, EchoResult::left);
        if (left.isEmpty()) {
            FindingState state = others.stream().anyMatch(EchoResult::left) ? FindingState.NOTE : FindingState.BAD;
            return new Finding(code, state, DoctorMessage.of("way.unsent", what, failures(tried)), remedy);
        }
        return others.stream().anyMatch(EchoResult::cameBack)
                ? Finding.note(code, DoctorMessage.of("way.lost", what, left), remedy)
                : Finding.unknown(code, DoctorMessage.of("way.unclear", what, left));
    }

    private static List<String> interfaces(List<EchoResult> echoes, Predicate<EchoResult> which) {
        return echoes.stream().filter(which).map(EchoResult::interfaceName).distinct().toList();
    }

    private static List<DoctorMessage> failures(List<EchoResult> echoes) {
        return echoes.stream()
                .filter(each -> !each.left())
                .map(each -> DoctorMessage.of("way.failed", each.way().named(), each.interfaceName(), each.error()))
                .toList();
    }
}
