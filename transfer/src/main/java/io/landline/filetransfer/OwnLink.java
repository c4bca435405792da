package io.landline.filetransfer;

import io.landline.swarm.LinkKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/// By what this computer is in the network: the kind of the cards that Landline uses, where all are of one kind. Linux
/// tells it by files; elsewhere it is not known. Bridges, VPNs and modems are passed over. Any thread; looks at a few
/// files.
public final class OwnLink implements Supplier<LinkKind> {
    private static final Path CARDS = Path.of("/sys/class/net");

    private final Path cards;
    private final Supplier<? extends Collection<String>> names;

    /// @param names of the cards that are used now, as the system calls them
    public OwnLink(Supplier<? extends Collection<String>> names) { this(CARDS, names); }

    OwnLink(Path cards, Supplier<? extends Collection<String>> names) {
        this.cards = cards;
        this.names = names;
    }

    @Override
    public LinkKind get() {
        Set<LinkKind> kinds = EnumSet.noneOf(LinkKind.class);
        for (String name : names.get()) kinds.add(kind(cards.resolve(name)));
        kinds.remove(LinkKind.UNKNOWN);
        return kinds.size() == 1 ? kinds.iterator().next() : LinkKind.UNKNOWN;
    }

    private static LinkKind kind(Path card) {
        if (Files.exists(card.resolve("phy80211")) || Files.exists(card.resolve("wireless"))) return LinkKind.WIRELESS;
        return Files.exists(card.resolve("device")) && isEthernet(card) ? LinkKind.WIRED : LinkKind.UNKNOWN;
    }

    /// What is no Ethernet names its type there: `DEVTYPE=wwan`, `DEVTYPE=bluetooth`.
    private static boolean isEthernet(Path card) {
        try {
            return !Files.readString(card.resolve("uevent")).contains("DEVTYPE=");
        } catch (IOException e) {
            return false; // it went
        }
    }
}
