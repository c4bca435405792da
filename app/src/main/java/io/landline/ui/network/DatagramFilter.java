package io.landline.ui.network;

import io.landline.ui.text.SearchText;
import java.util.Locale;
import java.util.Set;

/// Which datagrams are shown. Immutable; any thread.
///
/// @param sought each of these words, folded, is in the name, an address, the interface or the kind; empty: all fit
/// @param hidden kinds that are not shown
/// @param interfaceName the only interface; empty for all
record DatagramFilter(String sought, Set<DatagramKind> hidden, String interfaceName) {
    static final DatagramFilter ALL = new DatagramFilter("", Set.of(), "");

    DatagramFilter {
        sought = SearchText.folded(sought.strip());
        hidden = Set.copyOf(hidden);
    }

    boolean isEmpty() {
        return equals(ALL);
    }

    boolean fits(DatagramRow row) {
        if (!interfaceName.isEmpty() && !interfaceName.equals(row.datagram().interfaceName())) return false;
        if (!hidden.isEmpty() && hidden.contains(DatagramKind.of(row.datagram().kind()))) return false;
        if (sought.isEmpty()) return true;
        String all = SearchText.folded(row.who()) + " " + row.datagram().kind() + " "
                + (row.address() + " " + row.datagram().interfaceName()).toLowerCase(Locale.ROOT);
        for (String word : sought.split(" +")) if (!all.contains(word)) return false;
        return true;
    }
}
