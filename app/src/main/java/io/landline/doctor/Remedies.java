package io.landline.doctor;

/// Remedies that several checks give.
final class Remedies {
    static final String ISOLATION = "If the other computer is on: in the settings of the access point switch off client isolation (also"
            + " called AP isolation, guest network, privacy separator), or use a cable or a phone's hotspot for all.";

    /// Where UDP does not get through, and TCP may.
    static final String LOOK_AROUND = "Until then look around by TCP: in the window, Network; or give {\"do\":\"look-around\"} to"
            + " landline node --json.";

    private Remedies() {}

    /// For a firewall on the other computer, whose system is not known.
    static String firewallThere(Ports ports) {
        return "On the other computer let UDP and TCP ports " + ports.range() + " in (ufw: sudo ufw allow " + ports.first() + ":"
                + ports.last() + "/udp and /tcp; firewalld: sudo firewall-cmd --permanent --add-port=" + ports.range()
                + "/udp --add-port=" + ports.range()
                + "/tcp and --reload; Windows: allow Landline for private networks in Windows Security,"
                + " Firewall; macOS: System Settings, Network, Firewall, Options). landline doctor says there which one it is.";
    }
}
