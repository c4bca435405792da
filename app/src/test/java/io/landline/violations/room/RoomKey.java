package io.landline.violations.room;

/// Stands for a secret.
public final class RoomKey {
    private RoomKey() {}
}
