package io.landline.ui.chats.menu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.node.port.Chats.Conversation;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.chats.Fixture;
import io.landline.ui.chats.menu.MenuSubject.Person;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.TestedScreen;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Where the words of a menu stand that bears a name.
class MenuColumnTest {
    private static final String CAP = "\uD83C\uDF93";

    private final Fixture fixture = new Fixture();

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    /// Where the words begin, in whole pixels.
    private static Set<Long> edges(ContextMenu menu) {
        return menu.getScene()
                .getRoot()
                .lookupAll(".label")
                .stream()
                .map(Label.class::cast)
                .filter(each -> each.getText() != null && !each.getText().isBlank())
                .map(each -> Math.round(each.localToScene(each.getLayoutBounds()).getMinX()))
                .collect(Collectors.toSet());
    }

    private Set<Long> edgesOf(String name) {
        Conversation with = fixture.chats.direct(Fixture.MAX, name, 0);
        var person = new Person(Fixture.MAX, name, false);
        var owner = new Pane();
        var stage = new Stage();
        stage.setScene(new Scene(owner, 300, 300));
        stage.getScene().setUserAgentStylesheet(Appearance.styleSheet(false));
        Appearance.dress(stage.getScene(), 100);
        stage.show();
        var menus = new ConversationMenu(fixture.chatsContext(FakeChats.START), () -> {});
        var menu = new ContextMenu(menus.items(new MenuSubject(with, person), owner).toArray(MenuItem[]::new));
        menu.show(owner, 0, 0);
        Set<Long> edges = edges(menu);
        menu.hide();
        stage.close();
        return edges;
    }

    @Test
    void allLinesBeginAtOneEdgeWhateverEmojiANameHas() {
        TestedScreen.onFx(() -> {
            Set<Long> plain = edgesOf("Ada");
            assertEquals(1, plain.size(), plain::toString);
            Set<Long> pictured = edgesOf("Ada " + CAP);
            assertEquals(1, pictured.size(), pictured::toString);
        });
    }
}
