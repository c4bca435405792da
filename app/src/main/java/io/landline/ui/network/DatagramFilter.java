package io.landline.ui.network;

import io.landline.presence.packet.PacketKind;
import io.landline.ui.text.SearchText;
import java.util.Optional;
import java.util.Set;

/// Which datagrams are shown. Immutable; any thread.
///
/// @param sought each of these words, folded, is in the name, an address, the interface or the kind; empty: all fit
/// @param hidden kinds that are not shown; the empty one is what cannot be read
/// @param interfaceName the only interface; empty for all
record DatagramFilter(String sought, Set<Optional<PacketKind>> hidden, String interfaceName) {
    static final DatagramFilter ALL = new DatagramFilter("", Set.of(), "");

    DatagramFilter {
        sought = SearchText.folded(sought.strip());
        hidden = Set.copyOf(hidden);
    }

    boolean isEmpty() {
        return equals(ALL);
    }

    boolean fits(DatagramRow row) {
        if (!interfaceName.isEmpty() && !interfaceName.equals(row.observed().hop().interfaceName())) return false;
        if (!hidden.isEmpty() && hidden.contains(row.kind())) return false;
        if (sought.isEmpty()) return true;
        String all = SearchText.folded(String.join(" ", row.who(), row.observed().content().kindLabel(), row.address(),
                row.observed().hop().interfaceName()));
        for (String word : sought.split(" +")) if (!all.contains(word)) return false;
        return true;
    }
}
