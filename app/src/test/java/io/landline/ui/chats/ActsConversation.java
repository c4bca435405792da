package io.landline.ui.chats;

import io.landline.chat.TimelinePosition;
import io.landline.chat.act.HandInBox;
import io.landline.node.port.Quote;
import io.landline.node.port.TimelineItem.BoxItem;
import io.landline.node.port.TimelineItem.Deleted;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.node.port.TimelineItem.Head;
import io.landline.node.port.TimelineItem.Marks;
import io.landline.node.port.TimelineItem.Option;
import io.landline.node.port.TimelineItem.PollItem;
import io.landline.node.port.TimelineItem.Reaction;
import io.landline.node.port.TimelineItem.Text;
import io.landline.node.port.TimelineItem.Unknown;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.util.List;
import java.util.Set;

/// A conversation in which people answer, react, change, delete and vote, for pictures and tests.
final class ActsConversation {
    private static final String KEY = "#class";
    private static final Fingerprint ANNA = FakeChats.peer(3);

    private ActsConversation() {}

    static void fill(Fixture fixture) {
        fixture.chats.room("class", true, 0);
        fixture.chats.put(KEY, new Text(head(1, ANNA, List.of(), true), "The exam is on Friday at nine, room 204."));
        fixture.chats.put(KEY, new Text(head(2, Fixture.SELF,
                List.of(new Reaction("\ud83d\udc4d", List.of("Anna", "Max"), false),
                        new Reaction("\u2764\ufe0f", List.of("Anna"), true)),
                false), "Thank you! Does anybody want to learn together on Wednesday?", 1,
                new Quote(new TimelinePosition(1, ANNA, 1, 1), "Anna", false,
                        "The exam is on Friday at nine, room 204."),
                List.of()));
        fixture.chats.put(KEY, new Deleted(head(3, Fixture.MAX, List.of(), false)));
        fixture.chats.put(KEY, new Text(head(4, Fixture.MAX, List.of(), false), "I meant: yes, at four.", 2,
                Quote.DELETED, List.of()));
        fixture.chats.put(KEY, new Text(head(5, ANNA, List.of(), false), "And who brings the tea?", 0, Quote.MISSING,
                List.of()));
        fixture.chats.put(KEY, new PollItem(head(6, ANNA,
                List.of(new Reaction("\ud83d\ude4f", List.of("Max"), false)), false), "When shall we meet?",
                List.of(new Option("Wednesday at four", 5), new Option("Thursday after the last lesson, in the library"
                        + " on the second floor", 2), new Option("Never", 0)),
                false, false, false, Set.of(0), 7));
        fixture.chats.put(KEY, new Unknown(head(7, Fixture.MAX, List.of(), false)));
        fixture.chats.put(KEY, new PollItem(head(9, Fixture.SELF, List.of(), true), "Who brings the tea?",
                List.of(new Option("me", 1), new Option("not me", 2)), true, true, false, Set.of(1), 3));
        fixture.chats.put(KEY, new PollItem(head(8, Fixture.SELF, List.of(), false), "Cake?",
                List.of(new Option("yes", 9), new Option("no", 1)), false, true, true, Set.of(), 10));
        fixture.chats.put(KEY, new BoxItem(head(11, ANNA, List.of(), false),
                new HandInBox("Essay on the sea", FakeChats.START.plusSeconds(90_000), "*.pdf, *.odt", 20_000_000,
                        true),
                false));
        fixture.chats.put(KEY, new BoxItem(head(12, Fixture.SELF, List.of(), false),
                new HandInBox("Film", FakeChats.START.minusSeconds(90_000), "", 2_000_000_000, true), false));
        Head twice = head(10, Fixture.MAX, List.of(), false);
        fixture.chats.put(KEY, new Text(new Head(twice.position(), twice.id(), twice.author(), twice.name(), false,
                twice.written(), twice.delivery(), List.of(), new Marks(false, true)), "I bring the cake."));
    }

    private static Head head(long place, Fingerprint author, List<Reaction> reactions, boolean pinned) {
        boolean own = author.equals(Fixture.SELF);
        return new Head(new TimelinePosition(place, author, place, 1), new EntryId(0, place), author,
                own ? "" : author.equals(ANNA) ? "Anna" : "Max", own, FakeChats.START.plusSeconds(60 * place),
                own ? new Delivery(3, 2) : Delivery.NOWHERE, reactions, pinned);
    }
}
