package io.landline.ui.chats.composer;

import io.landline.language.Texts;
import io.landline.ui.chats.composer.CompletionViewModel.Offer;
import io.landline.ui.chats.composer.CompletionViewModel.Offers;
import io.landline.ui.chats.composer.CompletionViewModel.Taken;
import io.landline.ui.chats.part.Avatar;
import io.landline.ui.label.EmojiLabel;
import io.landline.ui.page.Shortcut;
import io.landline.ui.text.PeerText;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What may be put into a field, above it, where it would stand. The keyboard stays in the field: arrows choose, Enter
/// takes what is chosen, Tab that or the first, Escape none. Lies over what is above the field. JavaFX thread.
public final class CompletionPane extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final String EMOJI = ":";

    private final Texts texts;
    private final CompletionViewModel model;
    private final TextArea field;
    private List<Offer> shown = List.of();

    CompletionPane(Texts texts, CompletionViewModel model, TextArea field) {
        this.texts = texts;
        this.model = model;
        this.field = field;
        setId("completion");
        getStyleClass().add("chats-completion");
        setManaged(false);
        setVisible(false);
        field.addEventFilter(KeyEvent.KEY_TYPED, this::close);
        field.textProperty().subscribe(this::look);
        field.caretPositionProperty().subscribe(this::look);
        field.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(_ -> {
            if (!hasKeyboard()) model.close();
        });
        model.offers().subscribe(this::show);
    }

    private void look() {
        // the text changes before the caret does
        if (hasKeyboard()) model.typed(field.getText(), Math.min(field.getCaretPosition(), field.getLength()));
    }

    private boolean hasKeyboard() {
        return field.getScene() != null && field.getScene().getFocusOwner() == field;
    }

    private void show(@Nullable Offers now) {
        setVisible(now != null);
        if (now == null) {
            shown = List.of();
            getChildren().clear();
            field.setAccessibleHelp(null);
            return;
        }
        if (!now.all().equals(shown)) {
            shown = now.all();
            getChildren().setAll(shown.stream().map(this::row).toList());
        }
        for (int i = 0; i < shown.size(); i++) getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == now.chosen());
        Offer chosen = now.chosenOne();
        field.setAccessibleHelp(chosen == null ? texts.format("completion", shown.size()) : words(chosen));
        if (getParent() != null) {
            applyCss();
            place(getParent(), now.start());
        }
    }

    private HBox row(Offer offer) {
        var row = new HBox();
        row.getStyleClass().add("chats-completion-row");
        switch (offer) {
            case Offer.Name name -> {
                var avatar = new Avatar();
                avatar.showAuthor(name.contact().peer(), name.contact().name());
                row.getChildren().addAll(avatar, label(words(offer)));
            }
            case Offer.Picture picture -> row.getChildren().addAll(label(picture.letters()), label(words(offer)));
        }
        row.setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                model.choose(shown.indexOf(offer));
                put(model.take());
            }
            event.consume(); // the field keeps the keyboard
        });
        return row;
    }

    private static EmojiLabel label(String words) {
        var label = new EmojiLabel();
        label.setMnemonicParsing(false);
        label.setText(words);
        return label;
    }

    private String words(Offer offer) {
        return switch (offer) {
            case Offer.Name(var contact, boolean ambiguous) -> {
                String name = PeerText.person(contact.name());
                yield ambiguous ? texts.format("name.not-the-one", name, contact.peer().brief()) : name;
            }
            case Offer.Picture(var emoji) -> emoji.name();
        };
    }

    /// Above the field, where the word begins that is being typed.
    private void place(Parent over, int start) {
        autosize();
        Bounds within = over.getLayoutBounds();
        Point2D corner = over.sceneToLocal(field.localToScene(0, 0));
        double x = corner.getX();
        if (field.getSkin() instanceof TextAreaSkin skin) {
            Rectangle2D letter = skin.getCharacterBounds(start);
            if (letter != null) x += letter.getMinX();
        }
        double wide = Math.min(prefWidth(Region.USE_COMPUTED_SIZE), within.getWidth());
        double high = prefHeight(Region.USE_COMPUTED_SIZE);
        double left = Math.clamp(x, 0, Math.max(0, within.getWidth() - wide));
        resizeRelocate(Math.round(left), Math.round(Math.max(0, corner.getY() - high)), wide, high);
    }

    /// Does what the keys mean while something is offered.
    void key(KeyEvent event) {
        if (model.offers().get() == null) return;
        boolean isPlain = !event.isShiftDown() && !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
        if (!isPlain) return;
        switch (event.getCode()) {
            case DOWN -> model.step(1);
            case UP -> model.step(-1);
            case TAB -> put(model.takeFirst());
            case ESCAPE -> model.refuse();
            default -> {
                if (!Shortcut.SEND.matches(event) || !put(model.take())) return;
            }
        }
        event.consume();
    }

    /// A colon may close the name of an emoji, which takes its place. A step back brings all the letters again.
    private void close(KeyEvent event) {
        boolean isTyped = EMOJI.equals(event.getCharacter()) && event.isControlDown() == event.isAltDown()
                && !event.isMetaDown();
        if (!isTyped || !field.isEditable() || field.getSelection().getLength() > 0) return;
        Taken taken = model.close(field.getText(), field.getCaretPosition());
        if (taken == null) return;
        field.insertText(taken.end() - EMOJI.length(), EMOJI);
        put(taken);
        event.consume();
    }

    /// Nothing is offered until somebody types or moves the caret.
    void close() {
        model.close();
    }

    private boolean put(@Nullable Taken taken) {
        if (taken == null) return false;
        field.replaceText(taken.start(), taken.end(), taken.letters());
        return true;
    }
}
