package io.landline.ui.notifications;

import io.landline.node.port.Chats.Conversation;

/// One notification before it is put into words: all that is new in one conversation. Immutable.
///
/// @param count of what it stands for, the newest included; at most [NotificationRules#COUNT_MAX] and one
/// @param preview whether it may show what was written
/// @param audible whether it may be heard
record Notification(Conversation of, int count, News.Told newest, boolean preview, boolean audible) {
    String conversation() {
        return of.key();
    }
}
