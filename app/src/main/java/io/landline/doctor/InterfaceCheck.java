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
            return Finding.bad(Code.NO_INTERFACE, Words.of("interface.missing", chosen, list(all)),
                    Words.of("interface.missing.remedy"));
        }
        List<UsableInterface> real = used.stream().filter(each -> !each.loopback()).toList();
        if (real.isEmpty() && !chosen.isEmpty()) {
            return Finding.note(Code.NO_INTERFACE, Words.of("interface.loopback", chosen),
                    Words.of("interface.loopback.remedy"));
        }
        if (real.isEmpty()) {
            return Finding.bad(Code.NO_INTERFACE, Words.of("interface.none", list(all)),
                    Words.of("interface.none.remedy"));
        }
        if (real.stream().allMatch(InterfaceCheck::isWithoutDhcp)) {
            return Finding.note(Code.NO_INTERFACE, Words.of("interface.self-given", describe(real)),
                    Words.of("interface.self-given.remedy"));
        }
        List<String> quiet = interfaces.listenedToOnly();
        if (!quiet.isEmpty()) {
            return Finding.note(Code.NO_INTERFACE, Words.of("interface.listening", quiet, describe(real)),
                    Words.of("interface.listening.remedy"));
        }
        List<String> leftOut = leftOut(used, chosen, all);
        return Finding.ok(Code.NO_INTERFACE, leftOut.isEmpty()
                ? Words.of("interface.ok", describe(real))
                : Words.of("interface.ok.chosen", describe(real), leftOut));
    }

    private static boolean isWithoutDhcp(UsableInterface each) {
        return each.ipv4().isPresent() && each.addresses()
                .stream()
                .filter(own -> own.address() instanceof Inet4Address)
                .allMatch(own -> own.address().isLinkLocalAddress());
    }

    /// Those that are up and not used since others were chosen.
    private static List<String> leftOut(List<UsableInterface> used, List<String> chosen, List<Card> all) {
        if (chosen.isEmpty()) return List.of();
        var names = new HashSet<String>();
        used.forEach(each -> names.add(each.name()));
        return all.stream()
                .filter(each -> each.up() && !each.loopback() && !names.contains(each.name()))
                .map(Card::name)
                .toList();
    }

    private static List<String> describe(List<UsableInterface> used) {
        var list = new ArrayList<String>();
        for (UsableInterface each : used) {
            UsableInterface.OwnAddress own = each.ipv4().or(each::ipv6).orElseThrow(); // a usable one has an address
            list.add(each.name() + " (" + own.address().getHostAddress() + "/" + own.prefixBits() + ")");
        }
        return list;
    }

    private static List<Words> list(List<Card> all) {
        if (all.isEmpty()) return List.of(Words.of("card.none"));
        return all.stream()
                .map(card -> Words.of(card.up() ? card.addresses().isEmpty() ? "card.bare" : "card.up" : "card.down",
                        card.name()))
                .toList();
    }
}
