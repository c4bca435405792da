package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.PlainRecords;
import io.landline.language.Language;
import io.landline.node.port.Chats.Kind;
import io.landline.node.port.NewestEntry;
import io.landline.ui.fx.FxThread;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.text.PeerText;
import java.util.List;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is the newest of a conversation, in the list of conversations.
class NewestInListTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @Test
    void aNameWithACommaStaysOneName() {
        List<String> previews = previews(Language.ARABIC, NewestEntry.Kind.FILES, "", List.of("a, b.txt", "c.txt"));
        assertTrue(previews.stream().anyMatch(each -> each.contains("\u200Ea, b.txt\u200E")), previews::toString);
    }

    /// As the bubble of the message leaves it out.
    @Test
    void whatWouldSteerAMessageIsLeftOut() {
        String text = "see \u202Egnp.exe\u202C\u200F now";
        List<String> previews = previews(Language.ENGLISH, NewestEntry.Kind.TEXT, text, List.of());
        String said = PeerText.block(text);
        assertTrue(previews.stream().anyMatch(each -> each.contains("\u200E" + said + "\u200E")), previews::toString);
    }

    @Test
    void inTheNameOfAFileItIsABox() {
        List<String> previews = previews(Language.ENGLISH, NewestEntry.Kind.FILES, "", List.of("see\u202Egnp.exe"));
        assertTrue(previews.stream().anyMatch(each -> each.contains("see\u25A1gnp.exe")), previews::toString);
    }

    @Test
    void ofALongNameOnlyTheBeginningStandsBeforeTheWords() {
        var newest = new NewestEntry("W".repeat(64), false, NewestEntry.Kind.TEXT, "hello", FakeChats.START);
        List<String> previews = previews(Language.ENGLISH, newest);
        assertTrue(previews.stream().anyMatch(each -> each.contains("WW…") && each.contains("hello")),
                previews::toString);
        assertTrue(previews.stream().allMatch(each -> each.length() < 40), previews::toString);
    }

    private static List<String> previews(Language language, NewestEntry.Kind kind, String text, List<String> names) {
        return previews(language, new NewestEntry("Max", false, kind, text, names, FakeChats.START));
    }

    private static List<String> previews(Language language, NewestEntry newest) {
        return TestedScreen.onFx(() -> {
            var fixture = new Fixture(new FxThread(Runnable::run, Runnable::run), language);
            fixture.chats.add(PlainRecords.conversation("#class", Kind.ROOM, "class", null, true, 0,
                    newest));
            try (var page = new ChatsPage(fixture.chatsContext(FakeChats.START), fixture.memory)) {
                var screen = new TestedScreen(page.view(), 1_000, 700);
                page.shown();
                screen.settle();
                return screen.all(Labeled.class)
                        .stream()
                        .filter(each -> each.getStyleClass().contains("chats-row-preview"))
                        .map(Labeled::getText)
                        .toList();
            }
        });
    }
}
