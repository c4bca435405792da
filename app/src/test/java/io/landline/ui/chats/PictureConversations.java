package io.landline.ui.chats;

import io.landline.chat.TimelinePosition;
import io.landline.fixture.PlainRecords;
import io.landline.node.port.Chats.Choice;
import io.landline.node.port.Chats.Kind;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.port.NewestEntry;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.node.port.TimelineItem.Head;
import io.landline.node.port.TimelineItem.Offer;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Conversations as the pictures of the page show them.
final class PictureConversations {
    static final Fingerprint ANNA = FakeChats.peer(11);
    static final Fingerprint MAX = FakeChats.peer(22);
    static final Fingerprint OTHER_MAX = FakeChats.peer(83);
    private static final Fingerprint NOOR = FakeChats.peer(44);
    static final Instant NOW = Instant.parse("2026-11-20T14:20:00Z");
    static final String LONG_ROOM = "#a-room-with-a-very-long-name-that-nobody-would-type";

    private PictureConversations() {}

    static void alone(Fixture f) {
        f.chats.room("class", false, 0);
        for (int i = 60; i < 63; i++) f.roster.stranger(FakeChats.peer(i), "laptop-" + i);
    }

    static void full(Fixture f) {
        f.chats.add(PlainRecords.conversation("#class", Kind.ROOM, "class", null, true, 3,
                new NewestEntry("Noor", false, NewestEntry.Kind.TEXT, "مرحبا، هل وصلت الملفات؟",
                        NOW.minus(Duration.ofMinutes(3)))));
        f.chats.add(
                PlainRecords.conversation("#open", Kind.OPEN_ROOM, "open", null, true, 0, Set.of(Choice.ON_TOP), null));
        f.chats.add(PlainRecords.conversation("#a-room-with-a-very-long-name-that-nobody-would-type", Kind.ROOM,
                "a-room-with-a-very-long-name-that-nobody-would-type", null, false, 1_000,
                new NewestEntry("Anna", false,
                        NewestEntry.Kind.FILES, "holiday-2026-originals.zip, list.txt",
                        NOW.minus(Duration.ofDays(1)))));
        f.chats.add(PlainRecords.conversation(MAX.hex(), Kind.DIRECT, "Max", MAX, true, 0,
                new NewestEntry("", true, NewestEntry.Kind.TEXT, "I’ll bring the cable tomorrow",
                        NOW.minus(Duration.ofDays(3)))));
        f.chats.add(PlainRecords.conversation(OTHER_MAX.hex(), Kind.DIRECT, "Max", OTHER_MAX, true, 12,
                Set.of(Choice.MUTED),
                new NewestEntry("Max", false, NewestEntry.Kind.TEXT, "x".repeat(300), NOW.minus(Duration.ofDays(30)))));
        f.chats.add(PlainRecords.conversation("#old", Kind.ROOM, "old", null, true, 0, Set.of(Choice.ARCHIVED), null));
        f.roster.member(ANNA, "Anna Schmidt", true, "#class");
        f.roster.member(NOOR, "نور الهدى", true, "#class");
        f.roster.member(FakeChats.peer(55), "\u202Egnp.exe \uD83D\uDE80 the man with a name that goes on and on", true,
                "#class");
        f.roster.contacts.add(
                PlainRecords.contact(MAX, "Max", Set.of(Trait.MEMBER, Trait.VERIFIED), List.of("#class"), List.of(),
                        List.of()));
        f.roster.contacts
                .add(PlainRecords.contact(OTHER_MAX, "Max",
                        Set.of(Trait.HERE, Trait.CONNECTED, Trait.MEMBER, Trait.NOT_THE_ONE),
                        List.of("#open (open)"), List.of(), List.of()));
        for (int i = 60; i < 64; i++) f.roster.stranger(FakeChats.peer(i), "laptop-" + i);
        room(f);
        for (int i = 1; i <= 80; i++) {
            f.chats.text(LONG_ROOM, i, i % 3 == 0 ? MAX : ANNA, i % 3 == 0 ? "Max" : "Anna Schmidt",
                    NOW.minusSeconds(4_000 - 30 * i), "message " + i, Delivery.NOWHERE);
        }
        f.chats.unreadFrom.put(LONG_ROOM, new TimelinePosition(50, ANNA, 50, 1));
        direct(f);
        hostile(f);
    }

    static void room(Fixture f) {
        Instant yesterday = NOW.minus(Duration.ofDays(1));
        f.chats.text("#class", 1, ANNA, "Anna Schmidt", yesterday, "Does somebody have the slides of Tuesday?",
                Delivery.NOWHERE);
        f.chats.text("#class", 2, ANNA, "Anna Schmidt", yesterday.plusSeconds(40), "The ones with the packet drawings.",
                Delivery.NOWHERE);
        f.chats.text("#class", 3, Fixture.SELF, "", yesterday.plusSeconds(200),
                "I have them. They are a bit large, so I offer them here instead of mailing; take them whenever you"
                        + " like.",
                new Delivery(3, 2));
        f.chats.put("#class",
                new Offer(
                        new Head(new TimelinePosition(4, Fixture.SELF, 4, 1), new EntryId(0, 4), Fixture.SELF, "", true,
                                yesterday.plusSeconds(220), new Delivery(3, 0)),
                        "0f", List.of("slides-tuesday.pdf", "drawings.zip"), 2, 48_200_000));
        f.chats.text("#class", 5, ANNA, "Anna Schmidt", NOW.minusSeconds(900),
                "Thank you \uD83D\uDE4F\uD83C\uDFFD got them in 3 seconds!", Delivery.NOWHERE);
        f.chats.text("#class", 6, Fixture.SELF, "", NOW.minusSeconds(600), "ok", new Delivery(0, 0));
        f.chats.text("#class", 7, NOOR, "نور الهدى", NOW.minusSeconds(200), "مرحبا، هل وصلت الملفات؟",
                Delivery.NOWHERE);
        f.chats.text("#class", 8, NOOR, "نور الهدى", NOW.minusSeconds(190),
                "for (int i = 0; i < n; i++) {\n    send(i);\n}", Delivery.NOWHERE);
        f.chats.text("#class", 9, ANNA, "Anna Schmidt", NOW.minusSeconds(180), "שלום לכולם!", Delivery.NOWHERE);
        f.chats.text("#class", 10, NOOR, "نور الهدى", NOW.minusSeconds(170),
                "هذه رسالة طويلة بما يكفي لتمتد على عدة أسطر في الفقاعة (version 2.0)، ونريد أن نرى أن الأسطر تنكسر"
                        + " كما ينبغي!\nSecond line, in English.",
                Delivery.NOWHERE);
    }

    static void direct(Fixture f) {
        Instant then = NOW.minus(Duration.ofDays(3));
        f.chats.text(MAX.hex(), 1, MAX, "Max", then, "Are you coming?", Delivery.NOWHERE);
        f.chats.text(MAX.hex(), 2, Fixture.SELF, "", then.plusSeconds(60), "Yes", new Delivery(1, 1));
        f.chats.text(MAX.hex(), 3, Fixture.SELF, "", then.plusSeconds(70), "In ten minutes", new Delivery(1, 0));
        f.chats.text(MAX.hex(), 4, Fixture.SELF, "", then.plusSeconds(400), "I’ll bring the cable tomorrow",
                new Delivery(0, 0));
    }

    static void hostile(Fixture f) {
        String key = OTHER_MAX.hex();
        f.chats.text(key, 1, OTHER_MAX, "Max", NOW.minusSeconds(500),
                "<b>not bold</b> file:///etc/passwd {0} %s _x -fx-fill", Delivery.NOWHERE);
        f.chats.text(key, 2, OTHER_MAX, "Max", NOW.minusSeconds(400), "invoice\u202Efdp.exe", Delivery.NOWHERE);
        f.chats.text(key, 3, OTHER_MAX, "Max", NOW.minusSeconds(300), "z" + "\u0301\u0336".repeat(2_000) + " zalgo",
                Delivery.NOWHERE);
        f.chats.text(key, 4, OTHER_MAX, "Max", NOW.minusSeconds(200), "x".repeat(16_384), Delivery.NOWHERE);
    }
}
