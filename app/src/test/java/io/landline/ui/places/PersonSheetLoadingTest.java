package io.landline.ui.places;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.fixture.PlainRecords;
import io.landline.node.port.Contacts.Trait;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A person's sheet is filled from two places.
class PersonSheetLoadingTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @Test
    void nobodyIsSaidToBeAwayBeforeItIsKnown() {
        TestedScreen.onFx(() -> {
            var node = new FakeNode();
            node.people.put(FakeChats.peer(1), PlainRecords.contact(FakeChats.peer(1), "Ada",
                    Set.of(Trait.HERE, Trait.MEMBER), List.of("#class"), List.of(), List.of()));
            var window = new FakeWindow();
            window.hold();
            var sheet = new PersonSheet(window.context(node), FakeChats.peer(1), () -> {});
            var here = (Label) sheet.view().getContent().lookup("#person-here");
            var shown = new ArrayList<String>();
            sheet.view().visibleProperty().addListener((_, _, now) -> {
                if (now) shown.add(here.getText());
            });
            window.goOn();
            assertEquals(List.of("Here"), shown);
            sheet.close();
        });
    }
}
