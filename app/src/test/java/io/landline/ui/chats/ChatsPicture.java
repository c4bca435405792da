package io.landline.ui.chats;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.Chats.Choice;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Chats.Delivery;
import io.landline.node.port.Chats.Head;
import io.landline.node.port.Chats.Kind;
import io.landline.node.port.Chats.Newest;
import io.landline.node.port.Chats.Offer;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.Contacts.Trait;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.ui.fx.FxThread;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.Shortcut;
import io.landline.ui.look.MessageText;
import io.landline.ui.text.Language;
import io.landline.ui.welcome.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;

/// Draws the chats page with made-up people into pictures, to be looked at: `ChatsPicture FOLDER`, or those alone whose
/// names have some letters: `ChatsPicture FOLDER LETTERS`.
public final class ChatsPicture {
    private static final Fingerprint ANNA = FakeChats.peer(11);
    private static final Fingerprint MAX = FakeChats.peer(22);
    private static final Fingerprint OTHER_MAX = FakeChats.peer(83);
    private static final Fingerprint NOOR = FakeChats.peer(44);
    private static final Instant NOW = Instant.parse("2026-11-20T14:20:00Z");

    private static final String LONG_ROOM = "#a-room-with-a-very-long-name-that-nobody-would-type";
    private static final String LONG = "A text that is longer than one line of the field, so that it has to wrap.\n";

    private ChatsPicture() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        String wanted = arguments.length > 1 ? arguments[1] : "";
        Platform.startup(() -> next(shots(folder).stream()
                .filter(shot -> shot.file().getFileName().toString().contains(wanted))
                .iterator()));
    }

    private record Shot(Path file, boolean dark, int width, int height, Language language, Consumer<Fixture> people,
            Consumer<ChatsPage> action) {}

    private static List<Shot> shots(Path folder) {
        return List.of(
                new Shot(folder.resolve("chats-room-light.png"), false, 1000, 700, Language.ENGLISH, ChatsPicture::full,
                        page -> page.open("#class")),
                new Shot(folder.resolve("chats-room-dark.png"), true, 1000, 700, Language.ENGLISH, ChatsPicture::full,
                        page -> page.open("#class")),
                new Shot(folder.resolve("chats-direct-light.png"), false, 1000, 700, Language.FRENCH,
                        ChatsPicture::full, page -> page.open(MAX.hex())),
                new Shot(folder.resolve("chats-hostile-light.png"), false, 1000, 700, Language.ENGLISH,
                        ChatsPicture::full, page -> page.open(OTHER_MAX.hex())),
                new Shot(folder.resolve("chats-hostile-dark-narrow.png"), true, 480, 700, Language.ENGLISH,
                        ChatsPicture::full, page -> page.open(OTHER_MAX.hex())),
                new Shot(folder.resolve("chats-list-narrow.png"), false, 480, 700, Language.FRENCH, ChatsPicture::full,
                        _ -> {}),
                new Shot(folder.resolve("chats-stranger-dark.png"), true, 1000, 500, Language.ENGLISH,
                        ChatsPicture::full, page -> page.open(FakeChats.peer(61).hex())),
                new Shot(folder.resolve("chats-empty-light.png"), false, 1000, 600, Language.ENGLISH,
                        ChatsPicture::alone, page -> page.open("#class")),
                new Shot(folder.resolve("chats-composer-light.png"), false, 1000, 700, Language.ENGLISH,
                        ChatsPicture::full, page -> write(page, "#class", LONG)),
                new Shot(folder.resolve("chats-composer-dark-narrow.png"), true, 480, 700, Language.FRENCH,
                        ChatsPicture::full, page -> write(page, "#class", LONG + LONG + LONG)),
                new Shot(folder.resolve("chats-above-light-wide.png"), false, 1920, 1000, Language.ENGLISH,
                        ChatsPicture::full, ChatsPicture::above),
                new Shot(folder.resolve("chats-above-dark-narrow.png"), true, 480, 700, Language.FRENCH,
                        ChatsPicture::full, ChatsPicture::above),
                past(folder, "narrowed-light", 1000, "search-narrow"),
                past(folder, "narrowed-dark", 480, "search-narrow"),
                past(folder, "files-light", 1000, "files"), past(folder, "files-dark", 480, "files"),
                past(folder, "files-light", 480, "files"), past(folder, "files-dark", 1000, "files"),
                past(folder, "marked-light", 1000, ""), past(folder, "marked-dark", 480, ""),
                acts(folder, "light", 1000), acts(folder, "dark", 1000), acts(folder, "light", 480),
                acts(folder, "dark", 480), selecting(folder, "light", 1000), selecting(folder, "dark", 480),
                new Shot(folder.resolve("chats-call-light.png"), false, 1000, 700, Language.ENGLISH,
                        MarkupConversation::fill, page -> complete(page, "Yes, @ma", 1)),
                new Shot(folder.resolve("chats-call-dark-narrow.png"), true, 480, 700, Language.FRENCH,
                        MarkupConversation::fill, page -> complete(page, "Yes, @Max :sou", 2)),
                new Shot(folder.resolve("chats-markup-light.png"), false, 1000, 900, Language.ENGLISH,
                        MarkupConversation::fill, page -> page.open(MarkupConversation.KEY)),
                new Shot(folder.resolve("chats-markup-dark-narrow.png"), true, 480, 1000, Language.FRENCH,
                        MarkupConversation::fill, page -> page.open(MarkupConversation.KEY)),
                pictures(folder, "light", 1000), pictures(folder, "dark", 1000), pictures(folder, "light", 480),
                pictures(folder, "dark", 480),
                new Shot(folder.resolve("chats-links-light.png"), false, 1000, 700, Language.ENGLISH,
                        ChatsPicture::links, ChatsPicture::select),
                new Shot(folder.resolve("chats-links-dark-narrow.png"), true, 480, 700, Language.FRENCH,
                        ChatsPicture::links, ChatsPicture::select),
                new Shot(folder.resolve("chats-hits-dark.png"), true, 1000, 700, Language.FRENCH, ChatsPicture::links,
                        page -> search(page, "exam")),
                new Shot(folder.resolve("chats-hits-light-narrow.png"), false, 480, 700, Language.ENGLISH,
                        ChatsPicture::links, page -> search(page, "exam")),
                new Shot(folder.resolve("chats-found-light.png"), false, 1000, 700, Language.ENGLISH,
                        ChatsPicture::links, page -> find(page, "exam", true)),
                new Shot(folder.resolve("chats-found-dark-narrow.png"), true, 480, 700, Language.FRENCH,
                        ChatsPicture::links, page -> find(page, "exam", false)),
                new Shot(folder.resolve("chats-none-dark.png"), true, 1000, 600, Language.ENGLISH, _ -> {}, _ -> {}));
    }

    private static Shot acts(Path folder, String theme, int width) {
        return new Shot(folder.resolve("chats-acts-" + theme + "-" + width + ".png"), theme.equals("dark"), width, 950,
                width > 480 ? Language.ENGLISH : Language.FRENCH, ActsConversation::fill, page -> page.open("#class"));
    }

    private static Shot selecting(Path folder, String theme, int width) {
        return new Shot(folder.resolve("chats-selecting-" + theme + "-" + width + ".png"), theme.equals("dark"), width,
                950, width > 480 ? Language.ENGLISH : Language.FRENCH, ActsConversation::fill, page -> {
                    page.open("#class");
                    later(() -> {
                        var list = (ListView<?>) page.view().lookup("#timeline");
                        for (int row : new int[]{1, 2}) {
                            list.getFocusModel().focus(row);
                            list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, " ", " ", KeyCode.SPACE, false, false,
                                    false, false));
                        }
                    });
                });
    }

    private static Shot pictures(Path folder, String theme, int width) {
        return new Shot(folder.resolve("chats-pictures-" + theme + "-" + width + ".png"), theme.equals("dark"), width,
                1500, Language.ENGLISH, fixture -> {
                    full(fixture);
                    PictureConversation.fill(fixture, MAX, NOW);
                }, page -> page.open(PictureConversation.KEY));
    }

    /// A search of one person's, the files of a conversation, or a conversation that is marked as unread.
    private static Shot past(Path folder, String name, int width, String what) {
        boolean dark = name.endsWith("dark");
        return new Shot(folder.resolve("chats-" + name + "-" + width + ".png"), dark, width, 1_010,
                dark ? Language.FRENCH : Language.ENGLISH, fixture -> {
                    full(fixture);
                    PictureConversation.fill(fixture, MAX, NOW);
                    fixture.chats.conversations.replaceAll(each -> each.unread() > 0
                            ? each
                            : new Conversation(each.key(), each.kind(), each.title(), each.peer(), each.confirmed(), 0,
                                    Set.of(Choice.UNREAD), each.newest()));
                }, page -> {
                    if (what.isEmpty()) return;
                    page.open(what.equals("files") ? PictureConversation.KEY : "#class");
                    later(() -> {
                        if (what.equals("files")) {
                            page.openFiles();
                        } else {
                            page.act(Shortcut.SEARCH);
                            ((Button) page.view().lookup("#search-narrow")).fire();
                            ((ComboBox<?>) page.view().lookup("#search-from")).getSelectionModel().select(1);
                        }
                    });
                });
    }

    private static void next(Iterator<Shot> shots) {
        if (!shots.hasNext()) {
            Platform.exit();
            return;
        }
        Shot shot = shots.next();
        Application.setUserAgentStylesheet(Appearance.styleSheet(shot.dark()));
        var fixture = new Fixture(FxThread.ofToolkit(), shot.language());
        shot.people().accept(fixture);
        var page = new ChatsPage(fixture.chatsContext(NOW));
        var scene = new Scene(page.view(), shot.width(), shot.height());
        Appearance.dress(scene, 100);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        page.shown();
        shot.action().accept(page);
        var wait = new PauseTransition(javafx.util.Duration.millis(shot.height() > 1_000 ? 8_000 : 2_200));
        wait.setOnFinished(_ -> {
            Pictures.write(scene.snapshot(null), shot.file());
            page.close();
            stage.close();
            next(shots);
        });
        wait.play();
    }

    /// Something is written in two conversations, and the first is open.
    private static void write(ChatsPage page, String key, String text) {
        var loaded = new PauseTransition(javafx.util.Duration.millis(400));
        loaded.setOnFinished(_ -> {
            page.open(MAX.hex());
            TextArea field = (TextArea) page.view().lookup("#composer");
            field.setText("I have the cable, shall I");
            page.open(key);
            field.setText(text);
        });
        loaded.play();
    }

    /// Somebody types a name or an emoji, and has gone down so many times.
    private static void complete(ChatsPage page, String text, int downs) {
        page.open(MarkupConversation.KEY);
        later(() -> {
            TextArea field = (TextArea) page.view().lookup("#composer");
            field.requestFocus();
            field.setText(text);
            field.end();
            for (int i = 0; i < downs; i++) {
                field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, "", KeyCode.DOWN, false,
                        false, false, false));
            }
        });
    }

    /// Somebody reads above while messages come.
    private static void above(ChatsPage page) {
        page.open(LONG_ROOM);
    }

    private static void links(Fixture f) {
        full(f);
        List<String> texts = List.of("The slides are at https://example.org/slides/3?page=12#examples, the rest comes.",
                "And the example of today: http://192.168.1.20:8080/example_(old)",
                "Not a link: ftp://example.org, www.example.org, http://me@example.org",
                "Is this yours? https://p\u0430ypal.com/login",
                "https://example.org/" + "a-very-long-way/".repeat(12) + "example",
                "שלום, הדוגמה כאן: https://example.org/he example וזה הכול להיום, נתראה מחר",
                "An example without a link, but with a few more words, so that it fills a second line of the bubble.");
        for (int i = 0; i < texts.size(); i++) {
            boolean own = i % 3 == 1;
            f.chats.text("#class", 11 + i, own ? Fixture.SELF : ANNA, own ? "" : "Anna Schmidt",
                    NOW.minusSeconds(160 - 10L * i), texts.get(i), own ? new Delivery(2, 1) : Delivery.NOWHERE);
        }
        f.chats.text(MAX.hex(), 5, MAX, "Max", NOW, "Examples are in chapter 4, and there is one more example in 5.",
                Delivery.NOWHERE);
    }

    private static void later(Runnable action) {
        var loaded = new PauseTransition(javafx.util.Duration.millis(1_000));
        loaded.setOnFinished(_ -> action.run());
        loaded.play();
    }

    /// Some letters are selected.
    private static void select(ChatsPage page) {
        page.open("#class");
        later(() -> {
            for (Node node : page.view().lookupAll(".chats-text")) {
                if (!(node instanceof MessageText text) || !text.text().startsWith("An example")) continue;
                text.fireEvent(mouse(text, MouseEvent.MOUSE_PRESSED, 20, 8));
                text.fireEvent(mouse(text, MouseEvent.MOUSE_DRAGGED, 90, text.getHeight() - 4));
            }
        });
    }

    private static MouseEvent mouse(Node on, EventType<MouseEvent> type, double x, double y) {
        Point2D at = on.localToScene(x, y);
        return new MouseEvent(on, on, type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, true, false,
                false, false, false, false, new PickResult(on, at.getX(), at.getY()));
    }

    private static void search(ChatsPage page, String words) {
        page.open("#class");
        later(() -> {
            page.act(Shortcut.SEARCH);
            ((TextField) page.view().lookup("#search-words")).setText(words);
            var found = new PauseTransition(javafx.util.Duration.millis(300));
            found.setOnFinished(_ -> {
                ((Button) page.view().lookup("#search-older")).fire();
                ((Button) page.view().lookup("#search-older")).fire();
            });
            found.play();
        });
    }

    private static void find(ChatsPage page, String words, boolean lands) {
        later(() -> {
            ((TextField) page.view().lookup("#chat-filter")).setText(words);
            var found = new PauseTransition(javafx.util.Duration.millis(300));
            found.setOnFinished(_ -> {
                var list = (ListView<?>) page.view().lookup("#chat-list");
                if (lands) list.getSelectionModel().select(3);
            });
            found.play();
        });
    }

    private static void alone(Fixture f) {
        f.chats.room("class", false, 0);
        for (int i = 60; i < 63; i++) f.roster.stranger(FakeChats.peer(i), "laptop-" + i);
    }

    private static void full(Fixture f) {
        f.chats.add(new Conversation("#class", Kind.ROOM, "class", null, true, 3,
                new Newest("Noor", false, Newest.Kind.TEXT, "مرحبا، هل وصلت الملفات؟",
                        NOW.minus(Duration.ofMinutes(3)))));
        f.chats.add(new Conversation("#open", Kind.OPEN_ROOM, "open", null, true, 0, Set.of(Choice.ON_TOP), null));
        f.chats.add(new Conversation("#a-room-with-a-very-long-name-that-nobody-would-type", Kind.ROOM,
                "a-room-with-a-very-long-name-that-nobody-would-type", null, false, 1_000, new Newest("Anna", false,
                        Newest.Kind.FILES, "holiday-2026-originals.zip, list.txt", NOW.minus(Duration.ofDays(1)))));
        f.chats.add(new Conversation(MAX.hex(), Kind.DIRECT, "Max", MAX, true, 0,
                new Newest("", true, Newest.Kind.TEXT, "I’ll bring the cable tomorrow",
                        NOW.minus(Duration.ofDays(3)))));
        f.chats.add(new Conversation(OTHER_MAX.hex(), Kind.DIRECT, "Max", OTHER_MAX, true, 12, Set.of(Choice.MUTED),
                new Newest("Max", false, Newest.Kind.TEXT, "x".repeat(300), NOW.minus(Duration.ofDays(30)))));
        f.chats.add(new Conversation("#old", Kind.ROOM, "old", null, true, 0, Set.of(Choice.ARCHIVED), null));
        f.roster.member(ANNA, "Anna Schmidt", true, "#class");
        f.roster.member(NOOR, "نور الهدى", true, "#class");
        f.roster.member(FakeChats.peer(55), "\u202Egnp.exe \uD83D\uDE80 the man with a name that goes on and on", true,
                "#class");
        f.roster.contacts.add(
                new Contact(MAX, "Max", Set.of(Trait.MEMBER, Trait.VERIFIED), List.of("#class"), List.of(), List.of()));
        f.roster.contacts
                .add(new Contact(OTHER_MAX, "Max", Set.of(Trait.HERE, Trait.CONNECTED, Trait.MEMBER, Trait.NOT_THE_ONE),
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

    private static void room(Fixture f) {
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

    private static void direct(Fixture f) {
        Instant then = NOW.minus(Duration.ofDays(3));
        f.chats.text(MAX.hex(), 1, MAX, "Max", then, "Are you coming?", Delivery.NOWHERE);
        f.chats.text(MAX.hex(), 2, Fixture.SELF, "", then.plusSeconds(60), "Yes", new Delivery(1, 1));
        f.chats.text(MAX.hex(), 3, Fixture.SELF, "", then.plusSeconds(70), "In ten minutes", new Delivery(1, 0));
        f.chats.text(MAX.hex(), 4, Fixture.SELF, "", then.plusSeconds(400), "I’ll bring the cable tomorrow",
                new Delivery(0, 0));
    }

    private static void hostile(Fixture f) {
        String key = OTHER_MAX.hex();
        f.chats.text(key, 1, OTHER_MAX, "Max", NOW.minusSeconds(500),
                "<b>not bold</b> file:///etc/passwd {0} %s _x -fx-fill", Delivery.NOWHERE);
        f.chats.text(key, 2, OTHER_MAX, "Max", NOW.minusSeconds(400), "invoice\u202Efdp.exe", Delivery.NOWHERE);
        f.chats.text(key, 3, OTHER_MAX, "Max", NOW.minusSeconds(300), "z" + "\u0301\u0336".repeat(2_000) + " zalgo",
                Delivery.NOWHERE);
        f.chats.text(key, 4, OTHER_MAX, "Max", NOW.minusSeconds(200), "x".repeat(16_384), Delivery.NOWHERE);
    }
}
