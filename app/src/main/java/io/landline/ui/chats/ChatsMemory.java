package io.landline.ui.chats;

import io.landline.node.port.Chats;
import io.landline.ui.acts.NewBoxDrafts;
import io.landline.ui.acts.PollDrafts;
import io.landline.ui.chats.composer.ComposerTopics;
import io.landline.ui.chats.composer.Drafts;
import io.landline.ui.chats.composer.PastedItems;
import io.landline.ui.chats.timeline.ReadingPositions;
import io.landline.ui.fx.Background;
import java.time.InstantSource;
import java.util.function.Predicate;

/// What a user left unfinished in conversations, and where they read in them. It outlives the page, which is made anew
/// in another language. JavaFX thread.
///
/// @param drafts what was being written; the node keeps it too
/// @param topics what was being answered or changed
/// @param pasted what waits to be offered
/// @param places where the user reads
/// @param polls that were begun and not asked
/// @param boxes that were begun and not made
public record ChatsMemory(Drafts drafts, ComposerTopics topics, PastedItems pasted, ReadingPositions places,
        PollDrafts polls, NewBoxDrafts boxes) implements AutoCloseable {
    public static ChatsMemory of(Chats chats, Background background) {
        return new ChatsMemory(new Drafts(chats, background, InstantSource.system()), new ComposerTopics(),
                new PastedItems(),
                new ReadingPositions(), new PollDrafts(), new NewBoxDrafts());
    }

    /// What waits in other conversations than these is gone with them.
    void keepOnly(Predicate<String> conversations) {
        topics.keepOnly(conversations);
        pasted.keepOnly(conversations);
        polls.keepOnly(conversations);
        boxes.keepOnly(conversations);
    }

    @Override
    public void close() {
        drafts.close();
    }
}
