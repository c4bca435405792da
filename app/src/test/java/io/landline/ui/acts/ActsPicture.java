package io.landline.ui.acts;

import io.landline.chat.TimelinePosition;
import io.landline.chat.act.HandInBox;
import io.landline.fixture.PlainRecords;
import io.landline.language.Language;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.port.HandIns.Box;
import io.landline.node.port.HandIns.Person;
import io.landline.node.port.HandIns.Receipt;
import io.landline.node.port.HandIns.State;
import io.landline.node.port.MessageActs.Version;
import io.landline.node.port.MessageNotes.Receiver;
import io.landline.node.port.MessageNotes.Saved;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.node.port.TimelineItem.Head;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.page.Page;
import io.landline.ui.page.PageContext;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import io.landline.ui.welcome.Pictures;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;

/// Pictures of the sheets about messages. Argument: the folder.
public final class ActsPicture {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final List<String> NAMES = List.of("Anna Schmidt", "Max", "نور الهدى", "Zoé",
            "\u202Egnp.exe a name that goes on and on and does not end");

    private static final EntryId BOX = new EntryId(0, 77);

    private ActsPicture() {}

    public static void main(String[] arguments) throws InterruptedException {
        Pictures.start();
        var pictures = new Pictures(Path.of(arguments[0]));
        for (int width : new int[]{410, 532}) {
            Language language = width == 410 ? Language.FRENCH : Language.ENGLISH;
            pictures.both("poll-" + width, width, 600,
                    () -> sheet(language,
                            (context, _) -> new PollSheet(context, "#class", "class", new PollDrafts(), () -> {})));
            pictures.both("poll-filled-" + width, width, 700, () -> {
                Parent shown = sheet(language,
                        (context, _) -> new PollSheet(context, "#class", "class", new PollDrafts(), () -> {}));
                ((ButtonBase) ((ScrollPane) shown).getContent().lookup("#poll-HANDS_UP")).fire();
                return shown;
            });
            pictures.both("pins-" + width, width, 500,
                    () -> sheet(language, (context, _) -> new PinsSheet(context, "#class", _ -> {}, () -> {})));
            pictures.both("message-" + width, width, 620,
                    () -> sheet(language, (context, said) -> new MessageSheet(context, "#class", said, () -> {})));
            pictures.both("box-" + width, width, 620,
                    () -> sheet(language,
                            (context, _) -> new HandInSheet(context, InstantSource.system(), BOX, () -> {})));
            pictures.both("collect-" + width, width, 700, () -> {
                Parent shown = sheet(language,
                        (context, _) -> new NewBoxSheet(context, () -> NOON, "#class", "class", new NewBoxDrafts(),
                                () -> {}));
                ((ButtonBase) ((ScrollPane) shown).getContent().lookup("#collect-WEEK")).fire();
                return shown;
            });
            pictures.both("saved-" + width, width, 500, () -> sheet(language,
                    (context, _) -> new SavedSheet(context, new SavedViewModel(context), _ -> {}, () -> {})));
            pictures.both("forward-" + width, width, 500,
                    () -> sheet(language,
                            (context, said) -> new ForwardSheet(context, List.of(said), () -> {}, () -> {})));
        }
        Platform.exit();
    }

    private static Parent sheet(Language language, BiFunction<PageContext, TimelineItem.Text, Page> made) {
        var node = new FakeNode();
        node.chats.room("class", true, 0);
        node.chats.room("a-room-with-a-very-long-name-that-nobody-would-type", true, 0);
        TimelineItem.Text said = null;
        for (int i = 0; i < NAMES.size(); i++) {
            Fingerprint peer = FakeChats.peer(i + 1);
            node.people.put(peer,
                    PlainRecords.contact(peer, NAMES.get(i), Set.of(Trait.MEMBER, Trait.HERE), List.of("#class"),
                            List.of(), List.of()));
            boolean own = i == 3;
            var head = new Head(new TimelinePosition(i + 1, peer, i + 1, 1), new EntryId(0, i + 1),
                    own ? FakeNode.SELF : peer, own ? "" : NAMES.get(i), own, NOON.plusSeconds(60 * i),
                    Delivery.NOWHERE, List.of(), true);
            var text = new TimelineItem.Text(head, i == 2
                    ? "مرحبا، هل وصلت الملفات؟ " + "words ".repeat(60)
                    : "The exam is on Friday at nine, room 204. \uD83D\uDE4F");
            if (i != 1) said = own || said == null ? text : said;
            node.chats.put("#class", text);
            node.chats.notes.saved.addFirst(new EntryId(0, i + 1));
        }
        node.chats.notes.removed.add(new Saved(new EntryId(0, 99), "#class", FakeChats.peer(1), NAMES.getFirst(),
                NOON.minusSeconds(60_000_000), null));
        node.chats.notes.receivers = List.of(
                new Receiver(FakeChats.peer(1), NAMES.get(0), NOON, true, NOON.plusSeconds(90)),
                new Receiver(FakeChats.peer(3), NAMES.get(2), NOON, true, null),
                new Receiver(FakeChats.peer(5), NAMES.get(4), NOON.plusSeconds(3_600), false, null));
        node.chats.acts.versions = List.of(new Version(NOON, "The exam is on Thursday."),
                new Version(NOON.plusSeconds(60), "The exam is on Friday at nine, room 204."));
        node.files.handIns.boxes.add(new Box(BOX, "#class", FakeNode.SELF, "",
                new HandInBox("Essay on the sea", NOON, "*.pdf, *.odt", 20_000_000, true), false, true));
        for (int i = 0; i < NAMES.size(); i++) {
            var receipt = new Receipt("0f".repeat(16), NOON.plusSeconds(3_600 * i - 4_000), i > 1, 1_234_567, null);
            State state = i < 3 ? State.HANDED_IN : i == 3 ? State.UNDER_WAY : State.MISSING;
            node.files.handIns.people.add(new Person(FakeChats.peer(i + 1), NAMES.get(i), i > 1, state,
                    state == State.HANDED_IN ? List.of(receipt) : List.of()));
        }
        return made.apply(new FakeWindow().context(node, language), said).view();
    }
}
