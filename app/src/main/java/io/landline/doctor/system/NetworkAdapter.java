package io.landline.doctor.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/// A network interface of this computer, up or not, used or not.
///
/// @param pointToPoint as tunnels of VPNs are: it has one other end and no neighbours
public record NetworkAdapter(String name, boolean up, boolean loopback, boolean pointToPoint,
        List<InetAddress> addresses) {
    /// Far more than a laptop with containers and VPNs has.
    private static final int CARDS_MAX = 256;

    public NetworkAdapter {
        addresses = List.copyOf(addresses);
    }

    /// All that the system lists now.
    public static List<NetworkAdapter> all() throws IOException {
        var adapters = new ArrayList<NetworkAdapter>();
        for (NetworkInterface each : NetworkInterface.networkInterfaces().limit(CARDS_MAX).toList()) {
            try {
                adapters.add(new NetworkAdapter(each.getName(), each.isUp(), each.isLoopback(), each.isPointToPoint(),
                        each.inetAddresses().toList()));
            } catch (SocketException e) {
                continue; // it went between the list and the look
            }
        }
        return adapters;
    }
}
