package io.landline.node.port;

import io.landline.node.port.ChatHistory.Keep;

/// For how long conversations are kept on this computer. Others keep theirs. A conversation is named as in [Muting].
/// Any thread; waits for the disk.
public interface Keeping {
    Keep kept(String conversation) throws CommandException;

    /// Removes what is older from this computer, once its clock has run evenly for ten minutes, and from then on: whole
    /// beginnings of what each author wrote. What nobody has read here stays until it is read. It is not fetched again;
    /// others keep theirs.
    void keep(String conversation, Keep keep) throws CommandException;
}
