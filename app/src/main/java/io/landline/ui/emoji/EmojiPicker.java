package io.landline.ui.emoji;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.settings.LookSettings;
import io.landline.ui.control.IconButton;
import io.landline.ui.control.RowInSight;
import io.landline.ui.emoji.EmojiNames.Named;
import io.landline.ui.emoji.EmojiPickerViewModel.Place;
import io.landline.ui.emoji.EmojiPickerViewModel.Row;
import io.landline.ui.label.FieldPrompt;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.PageContext;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A button that opens the emoji: what is typed searches their names, the arrows walk among them, Enter or a click
/// takes one. With Shift it stays open for more. A message opens it too, for one emoji. JavaFX thread.
public final class EmojiPicker {
    private static final String STYLES = Objects.requireNonNull(EmojiPicker.class.getResource("emoji.css"))
            .toExternalForm();

    private final PageContext context;
    private final Texts texts;
    private final ObjectProperty<LookSettings> settings;
    private final Button button;
    private final PopOver popOver = new PopOver();
    private @Nullable EmojiPickerViewModel model;
    private Consumer<String> chosen = _ -> {};
    private Runnable done = () -> {};
    /// Gets the next emoji instead; null where the button opened it.
    private @Nullable Consumer<String> once;

    public EmojiPicker(PageContext context, ObjectProperty<LookSettings> settings) {
        this.context = context;
        this.settings = settings;
        texts = context.texts(EmojiPicker.class);
        button = new IconButton("emoji", Feather.SMILE, texts.get("open"));
        button.getStyleClass().add(Styles.FLAT);
        button.setOnAction(_ -> open());
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        popOver.setTitle(texts.get("open"));
        popOver.setOnHidden(_ -> {
            if (once == null) done.run();
            once = null;
        });
    }

    public Button button() {
        return button;
    }

    /// @param taken is told each emoji
    /// @param closed runs when nothing more is chosen
    public void setOnChosen(Consumer<String> taken, Runnable closed) {
        chosen = taken;
        done = closed;
    }

    /// The names are read when the first person looks for one.
    private EmojiPickerViewModel model() {
        EmojiPickerViewModel made = model;
        if (made == null) {
            made = new EmojiPickerViewModel(EmojiNames.in(context.language()), settings);
            model = made;
            popOver.setContentNode(content(made));
        }
        return made;
    }

    private void open() {
        if (popOver.isShowing()) {
            popOver.hide();
            return;
        }
        show(button, PopOver.ArrowLocation.BOTTOM_RIGHT);
    }

    /// Opens it beside something else, for one emoji. It stands where the window has more room.
    public void open(Node beside, Consumer<String> taken) {
        popOver.hide();
        once = taken;
        double middle = beside.localToScene(beside.getLayoutBounds()).getCenterY();
        boolean isBelow = middle < beside.getScene().getHeight() / 2;
        show(beside, isBelow ? PopOver.ArrowLocation.TOP_CENTER : PopOver.ArrowLocation.BOTTOM_CENTER);
    }

    private void show(Node beside, PopOver.ArrowLocation arrow) {
        model().open();
        popOver.setArrowLocation(arrow);
        popOver.show(beside);
        if (popOver.getContentNode().lookup("#emoji-search") instanceof TextField search) search.requestFocus();
    }

    private Parent content(EmojiPickerViewModel of) {
        var search = new TextField();
        search.setId("emoji-search");
        FieldPrompt.put(search, texts.get("search"));
        search.setAccessibleText(texts.get("search"));
        search.textProperty().bindBidirectional(of.query());
        var list = new ListView<Row>();
        list.setId("emoji-list");
        list.getStyleClass().add("emoji-list");
        list.setAccessibleText(texts.get("open"));
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new EmojiRowCell(texts, of, this::take));
        var name = new Label();
        name.setId("emoji-name");
        name.getStyleClass().add("emoji-name");
        Runnable tell = () -> {
            Named now = of.at(of.place().get());
            name.setText(now == null ? texts.get("none") : now.name());
            search.setAccessibleHelp(name.getText());
        };
        of.place().subscribe(tell);
        of.rows().subscribe(rows -> {
            list.getItems().setAll(rows);
            list.scrollTo(0);
            tell.run(); // another emoji may stand in the same place
        });
        var content = new VBox(search, list, name);
        content.getStyleClass().add("emoji-picker");
        content.getStylesheets().add(STYLES);
        content.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, of, list));
        return content;
    }

    private void key(KeyEvent event, EmojiPickerViewModel of, ListView<Row> list) {
        switch (event.getCode()) {
            case LEFT -> of.step(Appearance.isMirrored(list) ? 1 : -1);
            case RIGHT -> of.step(Appearance.isMirrored(list) ? -1 : 1);
            case UP -> of.go(-1);
            case DOWN -> of.go(1);
            case ENTER -> take(of.place().get(), event.isShiftDown());
            default -> {
                return;
            }
        }
        event.consume();
        Place now = of.place().get();
        if (now != null) RowInSight.show(list, now.row(), 1);
    }

    private void take(@Nullable Place where, boolean isMore) {
        String taken = model().take(where);
        if (taken == null) return;
        Consumer<String> one = once;
        (one == null ? chosen : one).accept(taken);
        if (one != null || !isMore) popOver.hide();
    }

    public void close() {
        popOver.hide();
    }
}
