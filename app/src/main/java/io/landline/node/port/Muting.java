package io.landline.node.port;

import io.landline.node.port.Chats.MuteTerm;

/// Which conversations notify the user. Kept on this computer alone, and gone with the room or the person. A
/// conversation is named as events name it; the command line may also give a person's name. Any thread, but not one
/// that must not wait for the disk.
public interface Muting {
    /// No notification of this conversation from now on; it still counts what is unread.
    void mute(String conversation, MuteTerm term) throws CommandException;

    /// Only of messages that call this user, until it is taken back.
    void muteButMentions(String conversation) throws CommandException;

    /// Takes both back.
    void unmute(String conversation) throws CommandException;
}
