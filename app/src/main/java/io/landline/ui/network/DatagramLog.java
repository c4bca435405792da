package io.landline.ui.network;

import io.landline.node.port.PacketTap.Datagram;
import io.landline.node.port.PacketTap.Refusal;
import io.landline.node.port.PacketTap.Watcher;
import io.landline.node.port.PacketTap.Way;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keeps the newest datagrams, and counts all of them by interface. Any thread.
final class DatagramLog implements Watcher {
    /// Some hours of a class, or five seconds of a flood; 12 MB at the most, of 1,201 bytes each and as many
    /// characters.
    static final int DATAGRAMS_MAX = 5_000;
    /// Interfaces that come and go while the page is open: what comes on top is counted with those that the system does
    /// not name.
    static final int INTERFACES_MAX = 64;
    private static final String NOT_NAMED = "";

    /// A datagram with its ordinal number.
    record Kept(long number, Datagram datagram) {}

    /// What is kept now.
    ///
    /// @param fellOff how many older ones are kept no more
    record Snapshot(List<Kept> kept, long fellOff, Map<String, Traffic> traffic) {}

    private final Deque<Kept> kept = new ArrayDeque<>();
    private final Map<String, Traffic> traffic = new LinkedHashMap<>();
    private long passed;
    private long fellOff;

    @Override
    public synchronized void passed(Datagram datagram) {
        kept.add(new Kept(++passed, datagram));
        if (kept.size() > DATAGRAMS_MAX) {
            kept.remove();
            fellOff++;
        }
        String interfaceName = datagram.observed().hop().interfaceName();
        Traffic before = of(interfaceName);
        Way way = datagram.way();
        int bytes = datagram.observed().sizeBytes();
        note(interfaceName, way == null ? before.heard(bytes) : before.sent(way, bytes));
    }

    @Override
    public synchronized void refused(Refusal refusal) {
        note(refusal.interfaceName(), of(refusal.interfaceName()).refused(refusal.way(), refusal.why()));
    }

    private Traffic of(String interfaceName) {
        return traffic.getOrDefault(counted(interfaceName), Traffic.NONE);
    }

    private void note(String interfaceName, Traffic now) {
        traffic.put(counted(interfaceName), now);
    }

    private String counted(String interfaceName) {
        return traffic.containsKey(interfaceName) || traffic.size() < INTERFACES_MAX ? interfaceName : NOT_NAMED;
    }

    synchronized Snapshot snapshot() {
        return new Snapshot(new ArrayList<>(kept), fellOff, Map.copyOf(traffic));
    }

    /// Forgets the datagrams and begins to count anew.
    synchronized void clear() {
        kept.clear();
        traffic.clear();
        fellOff = 0;
    }
}
