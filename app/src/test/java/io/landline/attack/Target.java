package io.landline.attack;

import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom the attacker attacks, and in which room.
///
/// @param sources addresses of the attacker's own, to speak from
/// @param offer of the victim in that room: 16 bytes in hex
/// @param seconds how long the attack goes on, for attacks that stay within a daily budget
/// @param presence where the victim hears who is here
record Target(InetAddress address, int port, Room room, List<InetAddress> sources, String offer, int seconds,
        InetSocketAddress presence) {
    static final String KEYED_ROOM = "class";
    static final String KEY = "amber fox piano river";
    static final String OPEN_ROOM = "hall";

    Target {
        sources = List.copyOf(sources);
    }

    /// For who announces nobody.
    static Target of(String address, int port, boolean open, String firstSource, int sources, String offer, int seconds)
            throws IOException {
        return of(address, port, open, firstSource, sources, offer, seconds, new InetSocketAddress(address, port));
    }

    /// @param firstSource the first of the addresses, which follow one another
    static Target of(String address, int port, boolean open, String firstSource, int sources, String offer, int seconds,
            InetSocketAddress presence) throws IOException {
        Room room = open ? Room.open(new RoomName(OPEN_ROOM)) : Room.keyed(new RoomName(KEYED_ROOM), RoomKey.of(KEY));
        return new Target(InetAddress.getByName(address), port, room, following(firstSource, sources), offer, seconds,
                presence);
    }

    private static List<InetAddress> following(String first, int count) throws IOException {
        byte[] bytes = InetAddress.getByName(first).getAddress();
        var all = new ArrayList<InetAddress>();
        for (int i = 0; i < count; i++) {
            all.add(InetAddress.getByAddress(bytes));
            bytes[3]++;
        }
        return all;
    }

    InetAddress source(int number) {
        return sources.get(number % sources.size());
    }

    /// The room's conversation is called like the room.
    byte[] conversation() {
        return room.id().bytes();
    }

    byte @Nullable [] offerBytes() {
        return offer.isEmpty() ? null : HexFormat.of().parseHex(offer);
    }
}
