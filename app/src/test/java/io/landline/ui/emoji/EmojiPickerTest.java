package io.landline.ui.emoji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.settings.LookSettings;
import io.landline.ui.emoji.EmojiNames.Named;
import io.landline.ui.emoji.EmojiPickerViewModel.Place;
import io.landline.ui.emoji.EmojiPickerViewModel.Row;
import io.landline.ui.hostile.Stranger;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.text.Emoji;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmojiPickerTest {
    private static final String PIZZA = "\uD83C\uDF55";
    private static final String ROCKET = "\uD83D\uDE80";

    private final ObjectProperty<LookSettings> settings = new SimpleObjectProperty<>(LookSettings.DEFAULTS);
    private final EmojiPickerViewModel model = new EmojiPickerViewModel(EmojiNames.in(Language.ENGLISH), settings);

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static List<String> found(Language language, String query) {
        return EmojiNames.in(language).find(query).stream().map(each -> each.emoji().characters()).toList();
    }

    @Test
    void eachIsFoundByItsNameInBothLanguages() {
        assertEquals(PIZZA, found(Language.ENGLISH, "pizza").getFirst());
        assertEquals(ROCKET, found(Language.ENGLISH, "Rocket").getFirst());
        assertEquals(ROCKET, found(Language.FRENCH, "fusée").getFirst());
        assertTrue(found(Language.FRENCH, "fusee").contains(ROCKET), "without accents too");
        assertTrue(found(Language.ENGLISH, "space roc").contains(ROCKET), "by the beginnings of its words");
        assertEquals(List.of(), found(Language.ENGLISH, "xyzzy"));
        for (Language language : Language.values()) {
            List<Named> all = EmojiNames.in(language).all();
            assertEquals(Emoji.offered().size(), all.size());
            assertTrue(all.stream().noneMatch(each -> each.name().isBlank()));
        }
    }

    @Test
    void allGroupsAreOfferedUntilSomethingIsSought() {
        model.open();
        assertEquals(Emoji.GROUPS, model.rows().get().stream().filter(Row.Heading.class::isInstance).count());
        model.query().set("pizza");
        assertEquals(new Row.Heading(Row.Heading.FOUND), model.rows().get().getFirst());
        assertEquals(PIZZA, model.take(model.place().get()));
        model.query().set("xyzzy");
        assertNull(model.place().get());
        assertNull(model.take(null));
    }

    @Test
    void whatWasTakenStandsFirstAndIsRememberedUpToABound() {
        List<Named> all = EmojiNames.in(Language.ENGLISH).all();
        for (int i = 0; i <= LookSettings.RECENT_EMOJI_MAX; i++) {
            model.query().set(all.get(i).name());
            model.take(model.place().get());
        }
        List<String> recent = settings.get().recentEmoji();
        assertEquals(LookSettings.RECENT_EMOJI_MAX, recent.size());
        assertEquals(recent.size(), recent.stream().distinct().count());
        model.open();
        assertEquals(new Row.Heading(Row.Heading.RECENT), model.rows().get().getFirst());
        assertEquals(recent.getFirst(), model.at(new Place(1, 0)).emoji().characters());
    }

    @Test
    void theArrowsWalkOverHeadingsAndStopAtTheEnds() {
        model.open();
        model.go(-1);
        model.step(-1);
        assertEquals(new Place(1, 0), model.place().get());
        model.step(1);
        assertEquals(new Place(1, 1), model.place().get());
        for (int i = 1; i < EmojiPickerViewModel.COLUMNS; i++) model.step(1);
        assertEquals(new Place(2, 0), model.place().get());
        for (int i = 0; i < model.rows().get().size(); i++) {
            model.go(1);
            assertTrue(model.at(model.place().get()) != null);
        }
        Place last = model.place().get();
        model.go(1);
        assertEquals(last, model.place().get());
    }

    @Test
    void byTheKeyboardAnEmojiComesToTheCaret() {
        TestedScreen.onFx(() -> {
            var picker = new EmojiPicker(Stranger.named("Max").context(), settings);
            var field = new TextArea("ab");
            field.positionCaret(1);
            picker.setOnChosen(field::replaceSelection, field::requestFocus);
            var stage = new Stage();
            stage.setScene(new Scene(new HBox(field, picker.button()), 600, 400));
            Appearance.dress(stage.getScene(), 100);
            stage.show();
            picker.button().fire();
            var search = (TextField) search();
            search.setText("pizza");
            assertEquals("pizza", search.getAccessibleHelp(), "what stands first is named");
            press(search, KeyCode.ENTER, true);
            search.setText("rocket");
            press(search, KeyCode.RIGHT, false);
            press(search, KeyCode.LEFT, false);
            press(search, KeyCode.ENTER, false);
            assertEquals("a" + PIZZA + ROCKET + "b", field.getText());
            assertNull(search(), "it is closed");
            stage.getScene().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
            picker.button().fire();
            search = (TextField) search();
            assertEquals(NodeOrientation.RIGHT_TO_LEFT, search.getEffectiveNodeOrientation());
            search.setText("rocket");
            press(search, KeyCode.LEFT, false);
            press(search, KeyCode.RIGHT, false);
            press(search, KeyCode.ENTER, false);
            assertEquals("a" + PIZZA + ROCKET + ROCKET + "b", field.getText());
            stage.close();
        });
    }

    private static void press(Node node, KeyCode code, boolean shift) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
    }

    private static Node search() {
        return Window.getWindows()
                .stream()
                .filter(each -> each.isShowing() && each.getScene() != null)
                .map(each -> each.getScene().getRoot().lookup("#emoji-search"))
                .filter(each -> each != null)
                .findFirst()
                .orElse(null);
    }
}
