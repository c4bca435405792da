package io.landline.ui.page;

import io.landline.node.Subscription;
import io.landline.node.Wire;
import java.util.ArrayList;
import java.util.List;

/// A wire in memory: tells its watchers what a test lets pass. Confined to the test's thread.
public final class FakeWire implements Wire {
    public final List<Card> cards = new ArrayList<>();
    public final List<Watcher> watchers = new ArrayList<>();

    @Override
    public List<Card> cards() {
        return List.copyOf(cards);
    }

    @Override
    public void listenOnly(String network, boolean only) {
        cards.replaceAll(card -> card.network().equals(network)
                ? new Card(card.name(), card.addresses(), card.ways(), card.network(), only)
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
