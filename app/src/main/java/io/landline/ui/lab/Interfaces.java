package io.landline.ui.lab;

import io.landline.lab.Addresses;
import java.io.IOException;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;

/// The network interfaces that are up, with their addresses, for a report. Asks the system: not on the JavaFX thread.
final class Interfaces {
    private Interfaces() {}

    /// Rows of name, what the card is called, and addresses.
    static List<List<String>> rows() throws IOException {
        var rows = new ArrayList<List<String>>();
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            if (!each.isUp()) continue;
            String called = each.getDisplayName();
            rows.add(List.of(each.getName(), called == null ? "" : called,
                    String.join(", ", each.inetAddresses().map(Addresses::host).toList())));
        }
        return rows;
    }
}
