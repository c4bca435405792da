package io.landline.filetransfer;

import io.landline.peer.WireWord;
import org.jspecify.annotations.Nullable;

/// Why a transfer stopped, as events and frames spell it.
public enum FailureReason {
    DECLINED,
    /// By its sender, or its offer was withdrawn.
    CANCELLED,
    /// By its receiver, who may take it again. Events and frames call both `cancelled`.
    CANCELLED_BY_RECEIVER,
    /// The file is not the one that was offered any more; or its bytes do not match the hashes that its origin told.
    SOURCE_CHANGED,
    SOURCE_GONE,
    DISK_FULL,
    NO_PERMISSION,
    /// The receiver's file system takes no file of this size, as that of a stick (FAT) takes none of 4 GiB.
    FILE_TOO_LARGE,
    /// What had arrived was moved, deleted or replaced at the receiver while the rest came.
    PARTIAL_GONE,
    /// Nobody came for it, or came back, in [OfferBody#STANDS]. Or, where it may go
    /// on, something failed for which there is no other word: the log says what.
    LOST;

    /// The word on the wire and in events, `source-changed` for example.
    public String text() {
        if (this == CANCELLED_BY_RECEIVER) return CANCELLED.text();
        return WireWord.of(this);
    }

    /// Whether somebody wanted it so: nothing failed.
    public boolean isByAPerson() {
        return switch (this) {
            case DECLINED, CANCELLED, CANCELLED_BY_RECEIVER -> true;
            case SOURCE_CHANGED, SOURCE_GONE, DISK_FULL, NO_PERMISSION, FILE_TOO_LARGE, PARTIAL_GONE, LOST -> false;
        };
    }

    /// Whether it may arrive in another downloads folder.
    public static boolean isOfTheFolder(@Nullable FailureReason reason) {
        return reason == NO_PERMISSION || reason == FILE_TOO_LARGE;
    }

    /// Whether its sender cannot give what was offered any more. Another try by itself fails again.
    public boolean isOfTheSource() {
        return this == SOURCE_CHANGED || this == SOURCE_GONE;
    }

    /// Whether only its receiver can know it.
    public boolean isOfTheReceiver() {
        return switch (this) {
            case DECLINED, CANCELLED_BY_RECEIVER, DISK_FULL, NO_PERMISSION, FILE_TOO_LARGE, PARTIAL_GONE -> true;
            case CANCELLED, SOURCE_CHANGED, SOURCE_GONE, LOST -> false;
        };
    }

    /// The reason with this word; null where a later version knows one more.
    public static @Nullable FailureReason ofText(String text) {
        for (FailureReason reason : values()) if (reason.text().equals(text)) return reason;
        return null;
    }
}
