package io.landline.ui.page;

import io.landline.node.port.PacketTap;
import io.landline.node.port.Subscription;
import java.util.ArrayList;
import java.util.List;

/// A wire in memory: tells its watchers what a test lets pass. Confined to the test's thread.
public final class FakePacketTap implements PacketTap {
    public final List<NetworkAdapter> adapters = new ArrayList<>();
    public final List<Watcher> watchers = new ArrayList<>();

    @Override
    public List<NetworkAdapter> adapters() {
        return List.copyOf(adapters);
    }

    @Override
    public void listenOnly(String network, boolean only) {
        adapters.replaceAll(card -> card.network().equals(network)
                ? new NetworkAdapter(card.name(), card.addresses(), card.ways(), card.network(), only)
                : card);
    }

    @Override
    public Subscription watch(Watcher watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    public void pass(Datagram datagram) {
        for (Watcher each : List.copyOf(watchers)) each.passed(datagram);
    }

    public void refuse(Refusal refusal) {
        for (Watcher each : List.copyOf(watchers)) each.refused(refusal);
    }
}
