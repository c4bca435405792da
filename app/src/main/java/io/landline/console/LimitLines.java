package io.landline.console;

import io.landline.filetransfer.SpeedLimits;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.node.Node;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Subscription;
import io.landline.peer.Direction;
import java.util.EnumMap;
import java.util.Map;

/// The command `limit`: how fast files may go and come, as long as the program that said so stays connected. Any
/// thread.
final class LimitLines implements AutoCloseable {
    private static final long NONE = 0;
    private static final Map<String, Direction> FIELDS = Map.of("send", Direction.OUT, "receive", Direction.IN);

    private final Node node;
    private final Map<Direction, Subscription> held = new EnumMap<>(Direction.class);
    private boolean closed;

    LimitLines(Node node) { this.node = node; }

    synchronized void set(JsonFields command) throws MalformedJsonException, CommandException {
        Map<Direction, Long> rates = new EnumMap<>(Direction.class);
        for (Map.Entry<String, Direction> field : FIELDS.entrySet()) {
            if (command.raw(field.getKey()) == null) continue;
            long rate = command.numberOr(field.getKey(), NONE, NONE, Long.MAX_VALUE);
            if (rate != NONE && rate < SpeedLimits.BYTES_PER_SECOND_MIN) {
                throw new CommandException(Code.MALFORMED, "The lowest limit is " + SpeedLimits.BYTES_PER_SECOND_MIN
                        + " bytes a second, and 0 takes a limit away. Nothing was changed.");
            }
            rates.put(field.getValue(), rate);
        }
        if (rates.isEmpty()) {
            throw new CommandException(Code.MALFORMED, "Give send, receive, or both. Nothing was changed.");
        }
        if (!closed) rates.forEach(this::limit);
    }

    private void limit(Direction direction, long rate) {
        Subscription before = held.remove(direction);
        if (rate != NONE) held.put(direction, node.fileTransfers().limit(direction, rate));
        if (before != null) before.close();
    }

    /// The program has gone.
    @Override
    public synchronized void close() {
        closed = true;
        held.values().forEach(Subscription::close);
        held.clear();
    }
}
