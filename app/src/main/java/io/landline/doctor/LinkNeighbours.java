package io.landline.doctor;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;

/// The computers that answered on the link itself, below IP (ARP, IPv6 neighbour discovery), as one [NeighbourTable] or
/// two of them tell. A computer that is on and on the same link answers there, no matter what its firewall does.
record LinkNeighbours(Map<InetAddress, Answer> answers) {
    /// What became of asking for one address.
    enum Answer {
        /// It gave its hardware address after the doctor began to look.
        ANSWERED,
        /// It gave its hardware address some time ago. The system keeps that for minutes, also of a computer that was
        /// switched off since.
        REMEMBERED,
        /// It was asked and did not answer.
        SILENT
    }

    LinkNeighbours {
        answers = Map.copyOf(answers);
    }

    Optional<Answer> of(InetAddress address) {
        return Optional.ofNullable(answers.get(Addresses.unscoped(address)));
    }
}
