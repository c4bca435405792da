package io.landline.doctor.check;

import io.landline.beacon.UsableInterface;
import io.landline.doctor.DoctorMessage;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.doctor.system.NetworkAdapter;
import io.landline.peer.WrittenAddress;
import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whether there is a network at all, and Landline on it.
public final class InterfaceCheck implements Check {
    /// What to look at.
    public interface Interfaces {
        /// Those that Landline announces on and hears by.
        List<UsableInterface> used();

        /// The names of the only ones to use; empty for all.
        List<String> chosen();

        List<NetworkAdapter> all();

        /// The networks in use in which nothing is announced, by choice.
        List<String> listenedToOnly();

        /// Cards with the IPv6 addresses that another computer has too: `eth0 (fe80::1)`.
        List<String> duplicates();

        /// Those in use that lead to containers and virtual machines of this computer alone.
        Set<String> innerBridges();
    }

    private final Interfaces interfaces;

    public InterfaceCheck(Interfaces interfaces) { this.interfaces = interfaces; }

    @Override
    public Set<FindingCode> codes() {
        return Set.of(FindingCode.NO_INTERFACE);
    }

    @Override
    public List<Finding> run() {
        return List.of(finding());
    }

    private Finding finding() {
        List<UsableInterface> used = interfaces.used();
        List<String> chosen = interfaces.chosen();
        List<NetworkAdapter> all = interfaces.all();
        if (used.isEmpty() && !chosen.isEmpty()) {
            return Finding.bad(FindingCode.NO_INTERFACE, DoctorMessage.of("interface.missing", chosen, list(all)),
                    DoctorMessage.of("interface.missing.remedy"));
        }
        List<UsableInterface> real = used.stream().filter(each -> !each.loopback()).toList();
        if (real.isEmpty() && !chosen.isEmpty()) {
            return Finding.note(FindingCode.NO_INTERFACE, DoctorMessage.of("interface.loopback", chosen),
                    DoctorMessage.of("interface.loopback.remedy"));
        }
        if (real.isEmpty()) {
            return Finding.bad(FindingCode.NO_INTERFACE, DoctorMessage.of("interface.none", list(all)),
                    DoctorMessage.of("interface.none.remedy"));
        }
        List<UsableInterface> outward = outward(real);
        if (outward.stream().allMatch(InterfaceCheck::isWithoutDhcp)) {
            return Finding.note(FindingCode.NO_INTERFACE, DoctorMessage.of("interface.self-given", describe(outward)),
                    DoctorMessage.of("interface.self-given.remedy"));
        }
        List<String> quiet = interfaces.listenedToOnly();
        if (!quiet.isEmpty()) {
            return Finding.note(FindingCode.NO_INTERFACE,
                    DoctorMessage.of("interface.listening", quiet, describe(real)),
                    DoctorMessage.of("interface.listening.remedy"));
        }
        List<String> duplicates = interfaces.duplicates();
        if (!duplicates.isEmpty()) {
            return Finding.note(FindingCode.NO_INTERFACE,
                    DoctorMessage.of("interface.duplicate", duplicates, describe(real)),
                    DoctorMessage.of("interface.duplicate.remedy"));
        }
        List<String> leftOut = leftOut(used, chosen, all);
        return Finding.ok(FindingCode.NO_INTERFACE, leftOut.isEmpty()
                ? DoctorMessage.of("interface.ok", describe(real))
                : DoctorMessage.of("interface.ok.chosen", describe(real), leftOut));
    }

    /// Those that may lead to other computers; all where none does.
    private List<UsableInterface> outward(List<UsableInterface> real) {
        Set<String> inner = interfaces.innerBridges();
        List<UsableInterface> outward = real.stream().filter(each -> !inner.contains(each.name())).toList();
        return outward.isEmpty() ? real : outward;
    }

    private static boolean isWithoutDhcp(UsableInterface each) {
        return each.ipv4().isPresent() && each.addresses()
                .stream()
                .filter(own -> own.address() instanceof Inet4Address)
                .allMatch(own -> own.address().isLinkLocalAddress());
    }

    /// Those that are up and not used since others were chosen.
    private static List<String> leftOut(List<UsableInterface> used, List<String> chosen, List<NetworkAdapter> all) {
        if (chosen.isEmpty()) return List.of();
        var names = new HashSet<String>();
        used.forEach(each -> names.add(each.name()));
        return all.stream()
                .filter(each -> each.up() && !each.loopback() && !names.contains(each.name()))
                .map(NetworkAdapter::name)
                .toList();
    }

    private static List<String> describe(List<UsableInterface> used) {
        var list = new ArrayList<String>();
        for (UsableInterface each : used) {
            UsableInterface.OwnAddress own = each.ipv4().or(each::ipv6).orElseThrow(); // a usable one has an address
            list.add(each.name() + " (" + WrittenAddress.of(own.address()) + "/" + own.prefixBits() + ")");
        }
        return list;
    }

    private static List<DoctorMessage> list(List<NetworkAdapter> all) {
        if (all.isEmpty()) return List.of(DoctorMessage.of("card.none"));
        return all.stream()
                .map(card -> DoctorMessage.of(
                        card.up() ? card.addresses().isEmpty() ? "card.bare" : "card.up" : "card.down",
                        card.name()))
                .toList();
    }
}
