package io.landline.node.port;

/// A look for others by TCP at the addresses near ours, for a network in which no UDP gets through. Only a person
/// starts one. Any thread.
public interface LookAround {
    /// @param running whether attempts are still to be made, or under way
    /// @param addresses in all
    /// @param tried those with an attempt that has ended
    /// @param found nodes that answered
    record Progress(boolean running, int addresses, int tried, int found) {}

    /// Ten addresses a second, the nearest first; begins anew where one is under way. Networks that are listened to
    /// only are left out.
    void start() throws CommandException;

    void cancel();

    Progress progress();
}
