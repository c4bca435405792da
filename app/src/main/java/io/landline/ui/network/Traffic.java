package io.landline.ui.network;

import io.landline.node.port.PacketTap.Way;
import java.util.EnumMap;
import java.util.Map;

/// What passed by one interface. Immutable; any thread.
///
/// @param sentBytes of the UDP payloads, like `heardBytes`
/// @param sentBy how many left by each way
/// @param refused what the system said of each way by which the newest datagram did not leave
record Traffic(long sent, long sentBytes, long heard, long heardBytes, Map<Way, Long> sentBy,
        Map<Way, String> refused) {
    static final Traffic NONE = new Traffic(0, 0, 0, 0, Map.of(), Map.of());

    Traffic {
        sentBy = Map.copyOf(sentBy);
        refused = Map.copyOf(refused);
    }

    Traffic heard(int bytes) {
        return new Traffic(sent, sentBytes, heard + 1, heardBytes + bytes, sentBy, refused);
    }

    /// What left shows that the way is open again.
    Traffic sent(Way way, int bytes) {
        var by = copy(sentBy);
        by.merge(way, 1L, Long::sum);
        Map<Way, String> still = refused;
        if (refused.containsKey(way)) {
            still = copy(refused);
            still.remove(way);
        }
        return new Traffic(sent + 1, sentBytes + bytes, heard, heardBytes, by, still);
    }

    Traffic refused(Way way, String why) {
        if (why.equals(refused.get(way))) return this;
        var now = copy(refused);
        now.put(way, why);
        return new Traffic(sent, sentBytes, heard, heardBytes, sentBy, now);
    }

    long sentBy(Way way) {
        return sentBy.getOrDefault(way, 0L);
    }

    private static <V> Map<Way, V> copy(Map<Way, V> map) {
        var copy = new EnumMap<Way, V>(Way.class);
        copy.putAll(map);
        return copy;
    }
}
