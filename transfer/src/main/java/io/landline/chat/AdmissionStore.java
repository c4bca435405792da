package io.landline.chat;

import io.landline.peer.Fingerprint;
import io.landline.room.RoomId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps the admissions that count. Calls block; only the conversations' thread writes.
public interface AdmissionStore {
    /// The shortest that is known for this member; null where it was never admitted.
    @Nullable
    Admission find(RoomId room, Fingerprint member);

    /// Keeps an admission in the place of what was known of that member.
    void put(Admission admission);

    int count(RoomId room);

    /// How many admissions of this room are signed with this raw public key.
    int countSignedBy(RoomId room, byte[] signerKey);

    /// Forgets the newest admission of a member that did not prove the key to us and has no entry stored here. False:
    /// there is no such admission.
    boolean dropNewestVouchedFor(RoomId room);

    /// All who were admitted to this room.
    Set<Fingerprint> members(RoomId room);

    /// All admissions to this room, in no order.
    List<Admission> all(RoomId room);
}
