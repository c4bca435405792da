package io.landline.ui.notifications;

import io.landline.node.port.NodeEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/// Events that wait to be decided on, a tenth of a second at most. Of a greater burst the oldest go. Those of people
/// that this user knows well have a place of their own: nobody else's burst takes it. Any thread.
final class WaitingNews {
    /// Of each of the two kinds.
    static final int COUNT_MAX = 256;

    private record Waiting(long number, NodeEvent event) {}

    // Guarded by this.
    private final Deque<Waiting> ofWellKnown = new ArrayDeque<>();
    private final Deque<Waiting> ofOthers = new ArrayDeque<>();
    private long number;

    synchronized void add(NodeEvent event, boolean isOfWellKnown) {
        Deque<Waiting> its = isOfWellKnown ? ofWellKnown : ofOthers;
        if (its.size() == COUNT_MAX) its.remove();
        its.add(new Waiting(number++, event));
    }

    /// All of them, in the order in which they came. Then none waits.
    synchronized List<NodeEvent> takeAll() {
        var all = new ArrayList<Waiting>(ofWellKnown);
        all.addAll(ofOthers);
        ofWellKnown.clear();
        ofOthers.clear();
        return all.stream().sorted(Comparator.comparingLong(Waiting::number)).map(Waiting::event).toList();
    }
}
