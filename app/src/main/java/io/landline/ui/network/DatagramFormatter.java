package io.landline.ui.network;

import io.landline.language.Texts;
import io.landline.node.port.PacketTap.Way;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.presence.packet.PacketKind;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.TimeFormatter;
import io.landline.ui.text.TimeOfDay;
import java.time.Instant;
import java.util.Optional;

/// Datagrams and ways as people read them. Immutable; any thread.
record DatagramFormatter(Texts texts, TimeOfDay timeOfDay, TimeFormatter times) {
    String exactTime(Instant at) {
        return timeOfDay.millis(at);
    }

    String time(Instant at) {
        return timeOfDay.seconds(at);
    }

    /// The time of today, else the day and the time.
    String dayAndTime(Instant at, Instant now) {
        String day = day(at, now);
        return day.isEmpty() ? time(at) : day + " " + time(at);
    }

    /// `Yesterday`; empty where it was today.
    String day(Instant at, Instant now) {
        return times.day(at).equals(times.day(now)) ? "" : times.brief(at, now);
    }

    /// The sender: a name, else the first digits of the fingerprint, else the address that it came from.
    String who(DatagramRow row) {
        if (row.own()) return texts.get("datagram.you");
        if (!row.who().isEmpty()) return PeerText.line(row.who());
        return row.observed().content().peer().map(Fingerprint::brief).orElseGet(row::address);
    }

    String interfaceName(String name) {
        return name.isEmpty() ? texts.get("interface.unknown") : PeerText.line(name);
    }

    /// `192.168.1.20 port 5264`.
    String end(DatagramRow row) {
        return texts.format("datagram.end", row.address(), String.valueOf(row.port()));
    }

    String bytes(int count) {
        return texts.format("datagram.bytes", count);
    }

    boolean isIn(DatagramRow row) {
        return row.observed().hop().direction() == Direction.IN;
    }

    /// All of it in one sentence.
    String spoken(DatagramRow row, Instant now) {
        String time = dayAndTime(row.observed().at(), now);
        String kind = label(row.kind());
        String interfaceName = interfaceName(row.observed().hop().interfaceName());
        return isIn(row)
                ? texts.format("datagram.spoken.in", time, kind, who(row), end(row), interfaceName,
                        row.bytes())
                : texts.format("datagram.spoken.out", time, kind, end(row), interfaceName,
                        row.bytes());
    }

    String way(Way way) {
        return switch (way) {
            case BROADCAST -> texts.get("way.broadcast");
            case SUBNET_BROADCAST -> texts.get("way.subnet-broadcast");
            case MULTICAST_4 -> texts.get("way.multicast-4");
            case MULTICAST_6 -> texts.get("way.multicast-6");
            case ONE_ADDRESS -> texts.get("way.one-address");
        };
    }

    /// The word for a kind in the protocol, the same in every language; `unknown` for what cannot be read.
    String label(Optional<PacketKind> kind) {
        return kind.map(PacketKind::label).orElse("unknown");
    }

    /// What the kind is for, in one sentence.
    String meaning(Optional<PacketKind> kind) {
        return switch (kind.orElse(null)) {
            case ANNOUNCE -> texts.get("kind.announce");
            case STILL -> texts.get("kind.still");
            case ASK -> texts.get("kind.ask");
            case REPLY -> texts.get("kind.reply");
            case LEAVE -> texts.get("kind.leave");
            case null -> texts.get("kind.unknown");
        };
    }
}
