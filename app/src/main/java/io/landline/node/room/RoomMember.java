package io.landline.node.room;

import io.landline.node.port.Rooms.Admitted;
import io.landline.peer.Fingerprint;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Another member of a room.
///
/// @param name somebody's text
/// @param admitted null where it is not known how
public record RoomMember(Fingerprint peer, String name, boolean verified, @Nullable Admitted admitted) {
    public static final Comparator<RoomMember> BY_NAME = Comparator
            .comparing(RoomMember::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(RoomMember::peer);
}
