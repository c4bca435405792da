package io.landline.node.room;

import io.landline.node.port.Rooms.Admitted;
import io.landline.peer.Fingerprint;
import io.landline.peer.NameOrder;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Another member of a room.
///
/// @param name somebody's text
/// @param admitted null where it is not known how
public record RoomMember(Fingerprint peer, String name, boolean verified, @Nullable Admitted admitted) {
    public static final Comparator<RoomMember> BY_NAME = Comparator
            .comparing(RoomMember::name, NameOrder.BY_NAME)
            .thenComparing(RoomMember::peer);
}
