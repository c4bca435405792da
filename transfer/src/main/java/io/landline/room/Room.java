package io.landline.room;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import io.landline.peer.Sha256;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A room that this node is in. Two rooms are the same room when their ids are equal: same canonical name and same key,
/// or both open.
///
/// @param words null in an open room
/// @param stretched null in an open room
/// @param generatedStrength whether the key is as hard to guess as a generated one; false in an open room
public record Room(RoomName name, boolean open, RoomId id, @Nullable RoomKey words, @Nullable StretchedKey stretched,
        boolean generatedStrength) {

    public Room {
        if (open != (words == null) || open != (stretched == null)) {
            throw new IllegalArgumentException("an open room has no key, others do");
        }
    }

    /// A room with a key. Stretches it, which takes about 0.3 s: not on a thread that somebody waits for.
    public static Room keyed(RoomName name, RoomKey key) {
        return restored(name, key, key.stretch(name));
    }

    /// A room with a key that was stretched before, from where it is kept.
    public static Room restored(RoomName name, RoomKey key, StretchedKey stretched) {
        return new Room(name, false, stretched.roomId(), key, stretched, !key.isWeak());
    }

    /// A room that everybody may enter. Its id is the first 16 bytes of SHA-256 over a label, NUL and the canonical
    /// name.
    public static Room open(RoomName name) {
        byte[] hash = Sha256.of("landline/1 open room\0".getBytes(UTF_8), name.canonical().getBytes(UTF_8));
        return new Room(name, true, RoomId.of(Arrays.copyOf(hash, RoomId.BYTES)), null, null, false);
    }

    /// As strangers may see it.
    public RoomListing listing() {
        return new RoomListing(name, open);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Room that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /// The name alone: neither key nor id may end in a log.
    @Override
    public String toString() {
        return listing().label();
    }
}
