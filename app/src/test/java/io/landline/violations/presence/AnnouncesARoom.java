package io.landline.violations.presence;

import io.landline.violations.room.RoomKey;

/// Tells a stranger what only members may know.
public record AnnouncesARoom(RoomKey key) {}
