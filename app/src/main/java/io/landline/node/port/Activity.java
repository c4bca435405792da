package io.landline.node.port;

import io.landline.chat.PersonStatus;
import io.landline.chat.PersonStatus.State;
import io.landline.peer.Fingerprint;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who types, who is here, away or busy, and who was seen when. Kept in memory alone. [NodeEvent.Typing] and
/// [NodeEvent.StatusChanged] tell of changes. Any thread; of these only [#share] waits for the disk.
public interface Activity {
    /// Somebody who types.
    ///
    /// @param name somebody's text
    record Typist(Fingerprint peer, String name) {}

    /// What is known of a person.
    ///
    /// @param status what the person says; [PersonStatus#NONE] where nothing was said, and without a session
    /// @param last when this node last had a session with the person in this run; null where it had none, while it has
    ///        one, and where one of the two hides it
    record Seen(PersonStatus status, @Nullable Instant last) {}

    /// What this user says; the same until the node ends.
    PersonStatus own();

    /// Tells everybody who is connected. A text is cut at [PersonStatus#TEXT_MAX] characters.
    void say(State state, String text);

    /// Runs this after each [#say], on the thread that called it. Waits for nothing.
    Subscription watchOwn(Runnable said);

    /// Whether others learn when this user types, reads and was here, and this user learns the same of them.
    boolean isShared();

    void share(boolean shared) throws CommandException;

    /// This user types in a conversation. To be called with each key, say: others hear of it every two seconds.
    ///
    /// @param to as in [Chats#say]
    void typing(String to) throws CommandException;

    /// Who types there now, the first to begin first.
    List<Typist> typists(String conversation);

    Seen of(Fingerprint peer);
}
