package io.landline.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// Whether Landline has the ports that it is looked for at.
final class PortCheck implements Check {
    /// What to look at; a wish of 0 is for any TCP port.
    interface OpenPorts {
        int udpWished();

        /// Empty while another program holds it for itself.
        OptionalInt udp();

        int tcpWished();

        int tcp();
    }

    private final OpenPorts ports;

    PortCheck(OpenPorts ports) { this.ports = ports; }

    @Override
    public Set<Code> codes() {
        return Set.of(Code.PORT_TAKEN);
    }

    @Override
    public List<Finding> look() {
        return List.of(finding());
    }

    private Finding finding() {
        if (ports.udp().isEmpty()) {
            String show = "(Linux: ss -ulpn; Windows: netstat -ano -p UDP; macOS: lsof -nP -iUDP:" + ports.udpWished() + ")";
            return Finding.bad(Code.PORT_TAKEN,
                    "Another program holds UDP port " + ports.udpWished() + " for itself, so Landline hears only"
                            + " what is sent to it directly. Others still see this computer.",
                    "Find out which one it is " + show + " and end it, or give all computers another --udp-port.");
        }
        var held = new ArrayList<String>();
        held.add("UDP port " + ports.udp().getAsInt());
        held.add("TCP port " + ports.tcp());
        if (ports.tcpWished() != 0 && ports.tcpWished() != ports.tcp()) {
            return Finding.note(Code.PORT_TAKEN, "Another program, or another Landline, has TCP port " + ports.tcpWished()
                    + "; this one listens at " + ports.tcp() + ", which it announces.",
                    "Nothing; but who types this computer's address has to add :" + ports.tcp() + ".");
        }
        return Finding.ok(Code.PORT_TAKEN, "Landline has " + String.join(" and ", held) + ".");
    }
}
