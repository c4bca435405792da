package io.landline.doctor.check;

import io.landline.doctor.DoctorMessage;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// Whether Landline has the ports that it is looked for at.
public final class PortCheck implements Check {
    /// What to look at; a wish of 0 is for any TCP port.
    public interface OpenPorts {
        int udpWished();

        /// Empty while another program holds it for itself.
        OptionalInt udp();

        int tcpWished();

        int tcp();
    }

    private final OpenPorts ports;

    public PortCheck(OpenPorts ports) { this.ports = ports; }

    @Override
    public Set<FindingCode> codes() {
        return Set.of(FindingCode.PORT_TAKEN);
    }

    @Override
    public List<Finding> run() {
        return List.of(finding());
    }

    private Finding finding() {
        String wished = String.valueOf(ports.udpWished());
        if (ports.udp().isEmpty()) {
            return Finding.bad(FindingCode.PORT_TAKEN, DoctorMessage.of("port.taken", wished),
                    DoctorMessage.of("port.taken.remedy", wished));
        }
        String tcp = String.valueOf(ports.tcp());
        if (ports.tcpWished() != 0 && ports.tcpWished() != ports.tcp()) {
            return Finding.note(FindingCode.PORT_TAKEN,
                    DoctorMessage.of("port.other", String.valueOf(ports.tcpWished()), tcp),
                    DoctorMessage.of("port.other.nothing", tcp));
        }
        return Finding.ok(FindingCode.PORT_TAKEN,
                DoctorMessage.of("port.ok", String.valueOf(ports.udp().getAsInt()), tcp));
    }
}
