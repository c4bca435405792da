package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Chats.Kind;
import io.landline.node.port.NewestEntry;
import io.landline.ui.fx.FxThread;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// An offer that is the newest of a conversation, in the list of conversations.
class OfferInListTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @Test
    void aNameWithACommaStaysOneName() {
        TestedScreen.onFx(() -> {
            var fixture = new Fixture(new FxThread(Runnable::run, Runnable::run), Language.ARABIC);
            fixture.chats.add(new Conversation("#class", Kind.ROOM, "class", null, true, 0,
                    new NewestEntry("Max", false, NewestEntry.Kind.FILES, "", List.of("a, b.txt", "c.txt"),
                            FakeChats.START)));
            try (var page = new ChatsPage(fixture.chatsContext(FakeChats.START), fixture.memory)) {
                var screen = new TestedScreen(page.view(), 1_000, 700);
                page.shown();
                screen.settle();
                List<String> previews = screen.all(Labeled.class)
                        .stream()
                        .filter(each -> each.getStyleClass().contains("chats-row-preview"))
                        .map(Labeled::getText)
                        .toList();
                assertTrue(previews.stream().anyMatch(each -> each.contains("\u200Ea, b.txt\u200E")),
                        previews::toString);
            }
        });
    }
}
