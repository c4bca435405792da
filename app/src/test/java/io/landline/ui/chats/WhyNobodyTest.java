package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.landline.language.Language;
import io.landline.picture.FakeThumbnails;
import io.landline.ui.hostile.Stranger;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.settings.FakePreferences;
import io.landline.ui.transfers.TransfersViewModel;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WhyNobodyTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @Test
    void anEmptyListLeadsToTheDoctor() {
        TestedScreen.onFx(() -> {
            var fixture = new Fixture();
            try (var transfers = new TransfersViewModel(fixture.context, new FakeThumbnails());
                    var page = new ChatsPage(fixture.context, transfers,
                            ChatsMemory.of(fixture.context.node().chats(), fixture.context.background()),
                            new FakePreferences(Language.ENGLISH).look())) {
                var screen = new TestedScreen(page.view(), 480, 700);
                Node link = screen.scene().getRoot().lookup("#why-nobody");
                assertInstanceOf(Button.class, link).fire();
                assertEquals(List.of("doctor"), fixture.window.told);
            }
        });
    }

    @Test
    void whereSomebodyIsThereNothingLeadsThere() {
        TestedScreen.onFx(() -> {
            var context = Stranger.named("Max").context();
            try (var transfers = new TransfersViewModel(context, new FakeThumbnails());
                    var page = new ChatsPage(context, transfers,
                            ChatsMemory.of(context.node().chats(), context.background()),
                            new FakePreferences(Language.ENGLISH).look())) {
                var screen = new TestedScreen(page.view(), 480, 700);
                assertFalse(screen.scene().getRoot().lookup("#why-nobody").isVisible());
            }
        });
    }
}
