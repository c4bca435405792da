package io.landline.ui.chats.list;

import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Chats.Found;
import io.landline.node.port.Contacts.Contact;
import io.landline.ui.text.SearchTerms;
import org.jspecify.annotations.Nullable;

/// A row of the list beside the conversation. Immutable.
public sealed interface ListRow {
    enum Section { CONVERSATIONS, PEOPLE, STRANGERS, ARCHIVED }

    /// What the list lacks, and why.
    enum Lack { NO_ROOM, NOBODY, NOT_FOUND, MORE_FOUND }

    /// What the row is of, the same however its content changes.
    String id();

    /// The conversation that the row opens; null where it opens none.
    @Nullable
    String conversation();

    record Heading(Section section) implements ListRow {
        @Override
        public String id() {
            return "heading " + section;
        }

        @Override
        public @Nullable String conversation() {
            return null;
        }
    }

    /// @param other the other side of a direct one; null in a room, or if nothing of the other is known now
    /// @param draft what was begun there and is not sent; empty for nothing
    record Talk(Conversation of, @Nullable Contact other, String draft) implements ListRow {
        @Override
        public String id() {
            return "talk " + of.key();
        }

        @Override
        public String conversation() {
            return of.key();
        }
    }

    /// Somebody who is here, or a member who is away.
    ///
    /// @param draft what was begun to them and is not sent; empty for nothing
    record Individual(Contact contact, String draft) implements ListRow {
        @Override
        public String id() {
            return (contact.member() ? "member " : "stranger ") + contact.peer().hex();
        }

        @Override
        public String conversation() {
            return contact.peer().hex();
        }
    }

    /// The conversation with the found messages that stand below.
    record FoundIn(Conversation of) implements ListRow {
        @Override
        public String id() {
            return "found in " + of.key();
        }

        @Override
        public @Nullable String conversation() {
            return null;
        }
    }

    /// A message that a search of all conversations found.
    record Hit(Found found, SearchTerms words) implements ListRow {
        @Override
        public String id() {
            return "hit " + found.conversation() + " " + found.item().position();
        }

        @Override
        public String conversation() {
            return found.conversation();
        }
    }

    /// Says that no message could be searched, and why.
    ///
    /// @param why a sentence
    record Unsearched(String why) implements ListRow {
        @Override
        public String id() {
            return "unsearched";
        }

        @Override
        public @Nullable String conversation() {
            return null;
        }
    }

    /// Says why nobody is here, or that more was found than stands here.
    ///
    /// @param count how many others are on this network, or how many messages stand here
    record Explanation(Lack lack, int count) implements ListRow {
        @Override
        public String id() {
            return "explanation";
        }

        @Override
        public @Nullable String conversation() {
            return null;
        }
    }
}
