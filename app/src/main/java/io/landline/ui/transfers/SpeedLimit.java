package io.landline.ui.transfers;

import io.landline.node.port.FileTransfers;
import io.landline.node.port.Subscription;
import io.landline.peer.Direction;
import io.landline.ui.fx.Background;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/// How fast files may go and come, each way, as the user chose it for as long as this program runs. Confined to the
/// JavaFX thread, but what the node is told.
public final class SpeedLimit implements AutoCloseable {
    public static final long NONE = 0;
    /// What is offered, in bytes a second: a slow uplink, a shared Wi-Fi, half of a wired one.
    static final List<Long> CHOICES = List.of(500_000L, 2_000_000L, 10_000_000L, 50_000_000L);

    private final FileTransfers node;
    private final Background background;
    private final ReadOnlyLongWrapper chosen = new ReadOnlyLongWrapper(NONE);
    private final List<Subscription> held = new ArrayList<>(); // guarded by itself
    private volatile long wanted = NONE;

    public SpeedLimit(FileTransfers node, Background background) {
        this.node = node;
        this.background = background;
    }

    /// Bytes a second; [#NONE] for no limit.
    ReadOnlyLongProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    void choose(long bytesPerSecond) {
        chosen.set(bytesPerSecond);
        wanted = bytesPerSecond;
        background.run(() -> {
            apply();
            return true;
        }, _ -> {}, _ -> {});
    }

    /// The last choice holds, in whatever order these come. The new limit is there before the old one goes.
    private void apply() {
        synchronized (held) {
            List<Subscription> before = List.copyOf(held);
            held.clear();
            if (wanted != NONE) for (Direction each : Direction.values()) held.add(node.limit(each, wanted));
            before.forEach(Subscription::close);
        }
    }

    @Override
    public void close() {
        wanted = NONE;
        synchronized (held) {
            held.forEach(Subscription::close);
            held.clear();
        }
    }
}
