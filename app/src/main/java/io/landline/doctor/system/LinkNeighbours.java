package io.landline.doctor.system;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The computers that answered on the link itself, below IP (ARP, IPv6 neighbour discovery), as one [NeighbourTable]
/// tells, or two of them and what the system told in between. A computer that is on and on the same link answers there,
/// no matter what its firewall does.
public record LinkNeighbours(Map<InetAddress, Answer> answers) {
    /// What became of asking for one address.
    public enum Answer {
        /// It gave its hardware address after the doctor began to look.
        ANSWERED,
        /// It gave its hardware address some time ago. The system keeps that for minutes, also of a computer that was
        /// switched off since.
        REMEMBERED,
        /// It was asked and did not answer.
        SILENT
    }

    public LinkNeighbours {
        answers = Map.copyOf(answers);
    }

    /// Those of these addresses alone.
    public LinkNeighbours within(Predicate<InetAddress> wanted) {
        var kept = new LinkedHashMap<>(answers);
        kept.keySet().removeIf(address -> !wanted.test(address));
        return new LinkNeighbours(kept);
    }

    /// Who answered between an earlier table and this one: who was not known then, and who is heard to have answered.
    public LinkNeighbours since(LinkNeighbours before, Predicate<InetAddress> heard) {
        var told = new LinkedHashMap<>(answers);
        told.replaceAll((address, now) -> {
            boolean isNew = before.of(address).orElse(Answer.SILENT) == Answer.SILENT;
            return now == Answer.REMEMBERED && (isNew || heard.test(address)) ? Answer.ANSWERED : now;
        });
        return new LinkNeighbours(told);
    }

    /// The addresses that were asked for, without these routers.
    public List<InetAddress> others(Set<InetAddress> gateways) {
        return answers.keySet().stream().filter(address -> !gateways.contains(address)).toList();
    }

    /// Whether it answered, now or some minutes ago: that others can be reached on this link is true either way.
    public boolean isKnown(InetAddress address) {
        return of(address).filter(answer -> answer != Answer.SILENT).isPresent();
    }

    public Optional<Answer> of(InetAddress address) {
        return Optional.ofNullable(answers.get(AddressText.unscoped(address)));
    }
}
