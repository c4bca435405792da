package io.landline.ui.places;

import io.landline.filetransfer.TransferState;
import io.landline.fixture.PlainRecords;
import io.landline.language.Language;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Ids;
import io.landline.node.port.FileTransfers.Other;
import io.landline.node.port.FileTransfers.Progress;
import io.landline.node.port.Rooms.Admitted;
import io.landline.node.port.Rooms.OfferedWords;
import io.landline.node.port.ShelfCommands.Shelf;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.shelf.ShelfItem;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.places.shelf.ShelfSheet;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import io.landline.ui.welcome.Pictures;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;

/// Pictures of the sheets of people and rooms. Argument: the folder.
public final class PlacePicture {
    private static final Fingerprint PEER = Fingerprint.parse("ab12cd34".repeat(8));

    private PlacePicture() {}

    public static void main(String[] arguments) throws InterruptedException {
        Pictures.start();
        var pictures = new Pictures(Path.of(arguments[0]));
        pictures.both("safety-new", 560, 720, () -> panel("Max", false, false, false, Language.ENGLISH));
        pictures.both("safety-verified", 560, 720, () -> panel("Max", true, true, false, Language.FRENCH));
        pictures.both("safety-other", 480, 900,
                () -> panel("Max \u202Egpj.exe שלום with a name that is far too long for a title", false, false, true,
                        Language.FRENCH));
        for (int width : new int[]{410, 532}) {
            pictures.both("room-" + width, width, 760, () -> room(false, Language.ENGLISH));
        }
        pictures.both("room-keep", 480, 1_000, () -> room(false, Language.FRENCH));
        pictures.both("room-words-fr", 532, 760, () -> room(true, Language.FRENCH));
        pictures.both("room-offered-480", 480, 1_100, () -> offered(Language.ENGLISH));
        pictures.both("room-change-fr", 532, 1_400, () -> changing(Language.FRENCH));
        for (int width : new int[]{480, 1_000}) {
            pictures.both("shelf-" + width, width, 700, () -> shelf(Language.ENGLISH));
            pictures.both("room-shelves-" + width, width, 1_300, () -> shelves(Language.FRENCH));
        }
        pictures.both("shelf-fr", 480, 700, () -> shelf(Language.FRENCH));
        Platform.exit();
    }

    private static Shelf anna() {
        return new Shelf("01".repeat(8), "#class", FakeChats.peer(1), "Anna Schmidt", "Holiday \u202Egpj in May", null);
    }

    /// Somebody's shelf, with two of its files chosen.
    private static Parent shelf(Language language) {
        var node = new FakeNode();
        node.files.shelves.page = 100;
        node.files.shelves.folders.put(List.of(), List.of(ShelfItem.ofFolder("2024"),
                ShelfItem.ofFolder("a folder with a name that is far too long for one line of the list, and goes on"),
                new ShelfItem("slides-tuesday.pdf", false, 48_200_000, 0),
                new ShelfItem("\u202Egpj.exe", false, 12, 0), new ShelfItem("שלום.txt", false, 4_200, 0)));
        var sheet = new ShelfSheet(new FakeWindow().context(node, language), anna(), () -> {});
        sheet.tick(2);
        sheet.tick(4);
        return sheet.view();
    }

    /// A room with an own shelf and another's.
    private static Parent shelves(Language language) {
        var node = new FakeNode();
        node.files.shelves.shelves.add(anna());
        node.files.shelves.add("#class", Path.of("/home/me/Photos"), null);
        return room(node, language).view();
    }

    private static Parent panel(String name, boolean verified, boolean blocked, boolean notTheOne, Language language) {
        var node = new FakeNode();
        var traits = EnumSet.of(Trait.HERE, Trait.CONNECTED, Trait.MEMBER);
        if (verified) traits.add(Trait.VERIFIED);
        if (blocked) traits.add(Trait.BLOCKED);
        if (notTheOne) traits.add(Trait.NOT_THE_ONE);
        node.people.put(PEER,
                PlainRecords.contact(PEER, name, traits, List.of("#class"), List.of("#class"), List.of()));
        fill(node);
        node.chats.direct(PEER, name, 0);
        var panel = new PersonSheet(new FakeWindow().context(node, language), PEER, () -> {});
        return panel.view();
    }

    private static void fill(FakeNode node) {
        node.rooms.add(PlainRecords.ownRoom("#class", "#class", "class", false, false, "amber fox piano river", true));
        node.chats.room("class", false, 0);
        List<String> names = List.of("slides-tuesday.pdf", "drawings.zip", "holiday\u202Egpj.exe");
        for (int i = 0; i < 7; i++) {
            node.files.has(PlainRecords.transfer(new Ids("offer" + i, "transfer" + i, "#class"),
                    i % 2 == 0 ? Direction.IN : Direction.OUT, new Other(PEER, "Max"),
                    new Content(List.of(names.get(i % 3)), 1 + i % 3, 48_200_000),
                    new Progress(TransferState.DONE, 48_200_000, null, false), Instant.EPOCH, List.of()));
        }
    }

    /// Somebody offers new words.
    private static Parent offered(Language language) {
        var node = new FakeNode();
        node.offers.add(new OfferedWords("0f", "#class", PEER, "Anna Schmidt", Instant.EPOCH));
        node.lacking.put(FakeChats.peer(2), "Max");
        node.lacking.put(FakeChats.peer(3), "نور الهدى");
        return room(node, language).view();
    }

    /// The user chooses new words.
    private static Parent changing(Language language) {
        var node = new FakeNode();
        Parent view = room(node, language).view();
        ((ButtonBase) ((ScrollPane) view).getContent().lookup("#change-words")).fire();
        return view;
    }

    private static Parent room(boolean withWords, Language language) {
        var node = new FakeNode();
        var sheet = room(node, language);
        if (withWords) ((ButtonBase) ((ScrollPane) sheet.view()).getContent().lookup("#show-words")).fire();
        return sheet.view();
    }

    private static RoomSheet room(FakeNode node, Language language) {
        fill(node);
        List<String> names = List.of("Anna Schmidt", "Max", "نور الهدى", "Zoé",
                "\u202Egnp.exe a name that goes on and on");
        for (int i = 0; i < names.size(); i++) {
            var traits = EnumSet.of(Trait.MEMBER);
            if (i % 2 == 0) traits.add(Trait.HERE);
            if (i == 1) traits.add(Trait.VERIFIED);
            if (i == 3) traits.add(Trait.NOT_THE_ONE);
            if (i == 4) traits.add(Trait.BLOCKED);
            Fingerprint peer = FakeChats.peer(i + 1);
            if (i < 3) {
                node.admitted.put(peer, new Admitted(Instant.parse("2026-11-20T09:14:00Z").plusSeconds(90_000L * i),
                        i == 0 ? null : FakeChats.peer(i), i == 0 ? "" : names.get(i - 1)));
            }
            node.people.put(peer,
                    PlainRecords.contact(peer, names.get(i), traits, List.of("#class"), List.of(), List.of()));
        }
        return new RoomSheet(new FakeWindow().context(node, language), "#class", () -> {}, () -> {});
    }
}
