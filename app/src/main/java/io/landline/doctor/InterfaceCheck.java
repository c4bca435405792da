package io.landline.doctor;

import io.landline.beacon.UsableInterface;
import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whether there is a network at all, and Landline on it.
final class InterfaceCheck implements Check {
    /// What to look at.
    interface Interfaces {
        /// Those that Landline announces on and hears by.
        List<UsableInterface> used();

        /// The names of the only ones to use; empty for all.
        List<String> chosen();

        List<Card> all();

        /// The networks in use in which nothing is announced, by choice.
        List<String> listenedToOnly();
    }

    private final Interfaces interfaces;

    InterfaceCheck(Interfaces interfaces) { this.interfaces = interfaces; }

    @Override
    public Set<Code> codes() {
        return Set.of(Code.NO_INTERFACE);
    }

    @Override
    public List<Finding> look() {
        return List.of(finding());
    }

    private Finding finding() {
        List<UsableInterface> used = interfaces.used();
        List<String> chosen = interfaces.chosen();
        List<Card> all = interfaces.all();
        if (used.isEmpty() && !chosen.isEmpty()) {
            return Finding.bad(Code.NO_INTERFACE, "Landline is to use only " + String.join(", ", chosen)
                    + ", and none of that is up with an address. This computer has: " + list(all) + ".",
                    "Connect it, or choose another one with --interface, or leave that out (in the window: Settings, Network).");
        }
        List<UsableInterface> real = used.stream().filter(each -> !each.loopback()).toList();
        if (real.isEmpty() && !chosen.isEmpty()) {
            return Finding.note(Code.NO_INTERFACE, "Only " + String.join(", ", chosen) + " is to be used, which stays on this computer.",
                    "Leave --interface out to be seen by other computers.");
        }
        if (real.isEmpty()) {
            return Finding.bad(Code.NO_INTERFACE, "No interface but loopback is up with an address. This computer has: " + list(all) + ".",
                    "Plug the cable in, or join the Wi-Fi; Landline notices within a second.");
        }
        if (real.stream().allMatch(InterfaceCheck::isWithoutDhcp)) {
            return Finding.note(Code.NO_INTERFACE,
                    describe(real) + " has an address that it gave itself (169.254…): no DHCP server answered.",
                    "Landline works with it, among computers that have such an address too. Is the router on?");
        }
        List<String> quiet = interfaces.listenedToOnly();
        if (!quiet.isEmpty()) {
            return Finding.note(Code.NO_INTERFACE, "Landline only listens in " + String.join(", ", quiet)
                    + ", as was chosen: it finds others there, and nobody finds this computer. It uses " + describe(real) + ".",
                    "To be found there, end that (in the window: Network).");
        }
        return Finding.ok(Code.NO_INTERFACE, "Landline uses " + describe(real) + leftOut(used, chosen, all) + ".");
    }

    private static boolean isWithoutDhcp(UsableInterface each) {
        return each.ipv4().isPresent() && each.addresses().stream().filter(own -> own.address() instanceof Inet4Address)
                .allMatch(own -> own.address().isLinkLocalAddress());
    }

    /// Those that are up and not used since others were chosen.
    private static String leftOut(List<UsableInterface> used, List<String> chosen, List<Card> all) {
        if (chosen.isEmpty()) return "";
        var names = new HashSet<String>();
        used.forEach(each -> names.add(each.name()));
        List<String> others = all.stream().filter(each -> each.up() && !each.loopback() && !names.contains(each.name())).map(Card::name)
                .toList();
        return others.isEmpty() ? "" : ", as chosen; not " + String.join(", ", others);
    }

    private static String describe(List<UsableInterface> used) {
        var list = new ArrayList<String>();
        for (UsableInterface each : used) {
            UsableInterface.OwnAddress own = each.ipv4().or(each::ipv6).orElseThrow(); // a usable one has an address
            list.add(each.name() + " (" + own.address().getHostAddress() + "/" + own.prefixBits() + ")");
        }
        return String.join(", ", list);
    }

    private static String list(List<Card> all) {
        if (all.isEmpty()) return "none";
        return String.join(", ",
                all.stream().map(card -> card.name() + (card.up() ? card.addresses().isEmpty() ? " (no address)" : "" : " (down)"))
                        .toList());
    }
}
