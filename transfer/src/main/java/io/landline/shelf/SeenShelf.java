package io.landline.shelf;

import io.landline.peer.Fingerprint;
import io.landline.room.RoomId;

/// A shelf of somebody who is here. Immutable; any thread.
///
/// @param title somebody's text
public record SeenShelf(Fingerprint owner, RoomId room, ShelfId id, String title) {}
