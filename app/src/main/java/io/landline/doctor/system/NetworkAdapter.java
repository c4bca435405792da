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
    /// How names of modems begin: `wwan0`, `wwp0s20f0u6` (systemd), `wwanpp_32769` (Windows), `rmnet_data0` (Qualcomm).
    private static final List<String> MODEMS = List.of("ww", "rmnet");

    /// What a point-to-point link can be, as far as the name that the system gave it tells.
    public enum FarEnd {
        /// Of a VPN, as far as is known.
        TUNNEL,
        /// The modem of a mobile network.
        MOBILE,
        /// By PPP: the line of a provider, a modem, and a VPN as well.
        DIALLED
    }

    public NetworkAdapter {
        addresses = List.copyOf(addresses);
    }

    /// Of a point-to-point link.
    public FarEnd farEnd() {
        if (name.startsWith("ppp")) return FarEnd.DIALLED;
        return MODEMS.stream().anyMatch(name::startsWith) ? FarEnd.MOBILE : FarEnd.TUNNEL;
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
