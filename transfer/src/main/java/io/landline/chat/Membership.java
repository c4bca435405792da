package io.landline.chat;

import io.landline.peer.Fingerprint;
import io.landline.room.RoomId;

/// What conversations ask the node about rooms and people. Called on the conversations' thread; answers at once.
public interface Membership {
    /// Whether the room has no key: anybody may write in it, and no admission is needed.
    boolean isOpen(RoomId room);

    /// Whether another room continues this one: nobody is admitted to it any more.
    default boolean isRetired(RoomId room) {
        return false;
    }

    /// Whether the words of this room were made for this person, who chose others or was chosen.
    default boolean isChosenFor(RoomId room, Fingerprint person) {
        return false;
    }

    /// The same of the room that continues this retired one: who goes along admits nobody to the old room any more.
    default boolean goesAlong(RoomId retired, Fingerprint person) {
        return false;
    }

    /// Whether direct entries of this peer are taken although only open rooms are common: the user agreed, by writing
    /// to the person, comparing the safety number, or accepting a file by hand. Where a keyed room is common nobody is
    /// asked.
    boolean takesDirectFromOpenRooms(Fingerprint peer);

    /// Whether the user blocked this person: nothing of theirs is asked for, stored or handed on.
    boolean isBlocked(Fingerprint person);
}
