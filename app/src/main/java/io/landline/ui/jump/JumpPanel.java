package io.landline.ui.jump;

import static java.util.Objects.requireNonNull;

import io.landline.language.Texts;
import io.landline.ui.control.NodeTree;
import io.landline.ui.control.RowInSight;
import io.landline.ui.label.EmojiLabel;
import io.landline.ui.label.FieldPrompt;
import io.landline.ui.label.TypedEmoji;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Icon;
import io.landline.ui.page.Page;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.PeerText;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A field and what fits it, over the page: Enter goes to the chosen one. JavaFX thread.
public final class JumpPanel implements Page {
    private final Texts texts;
    private final JumpViewModel model;
    private final Consumer<JumpTarget> chosen;
    private final TextField field = new TextField();
    private final ListView<JumpTarget> list;
    private final VBox root = new VBox();
    /// A listener to changes, and added behind the list's own: that moves the choice along with what changed.
    private final ListChangeListener<JumpTarget> listed = _ -> chooseFirst();

    /// Asks for a conversation, a person or a page.
    ///
    /// @param pages of the window, by their ids
    /// @param chosen gets where to go
    public static JumpPanel goTo(PageContext context, List<JumpTarget> pages, Consumer<JumpTarget> chosen) {
        return new JumpPanel(context, context.texts(JumpPanel.class).get("prompt"), new JumpViewModel(context, pages),
                chosen);
    }

    /// Asks for the conversation or the person that gets these files.
    ///
    /// @param chosen gets which
    public static JumpPanel toSend(PageContext context, List<Path> files, Consumer<JumpTarget> chosen) {
        String first = PeerText.line(String.valueOf(files.getFirst().getFileName()));
        String prompt = context.texts(JumpPanel.class).format("send", files.size(), first);
        return new JumpPanel(context, prompt, JumpViewModel.toSend(context), chosen);
    }

    private JumpPanel(PageContext context, String prompt, JumpViewModel model, Consumer<JumpTarget> chosen) {
        this.chosen = chosen;
        texts = context.texts(JumpPanel.class);
        this.model = model;
        field.setId("jump-words");
        FieldPrompt.put(field, prompt);
        field.setAccessibleText(prompt);
        field.textProperty().bindBidirectional(model.words());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list = new ListView<>(model.found());
        list.setId("jump-found");
        list.setAccessibleText(texts.get("found"));
        list.setFocusTraversable(false); // the arrows work in the field
        list.setPlaceholder(new WrappingLabel(texts.get("nothing")));
        list.setCellFactory(_ -> new TargetCell());
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && NodeTree.isInRow(event.getTarget())) go();
        });
        model.found().addListener(listed);
        VBox.setVgrow(list, Priority.ALWAYS);
        root.setId("jump");
        root.getStyleClass().add("jump");
        root.getStylesheets().add(requireNonNull(JumpPanel.class.getResource("jump.css")).toExternalForm());
        root.getChildren().addAll(field, list, new TypedEmoji(field));
        chooseFirst();
    }

    private void chooseFirst() {
        if (!model.found().isEmpty()) choose(0);
    }

    private void choose(int index) {
        list.getSelectionModel().clearAndSelect(index);
        RowInSight.show(list, index);
        JumpTarget target = list.getSelectionModel().getSelectedItem();
        if (target != null) field.setAccessibleHelp(spoken(target)); // the keyboard stays in the field
    }

    private void key(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> choose(Math.min(at + 1, model.found().size() - 1));
            case UP -> choose(Math.max(at - 1, 0));
            case ENTER -> go();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void go() {
        JumpTarget target = list.getSelectionModel().getSelectedItem();
        if (target != null) chosen.accept(target);
    }

    private String spoken(JumpTarget target) {
        return texts.format("spoken", title(target), kind(target));
    }

    private String kind(JumpTarget target) {
        return texts.get("kind." + target.kind().name());
    }

    private static String title(JumpTarget target) {
        return switch (target.kind()) {
            case ROOM -> PeerText.line(target.title());
            case PERSON -> PeerText.person(target.title());
            case PAGE -> target.title();
        };
    }

    private final class TargetCell extends ListCell<JumpTarget> {
        private final Icon icon = new Icon(Feather.HASH);
        private final EmojiLabel name = new EmojiLabel();
        private final Label kind = new Label();
        private final HBox line = new HBox(icon, name, kind);

        TargetCell() {
            for (Label each : new Label[]{name, kind}) each.setMnemonicParsing(false);
            name.setMinWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            kind.setMinWidth(USE_PREF_SIZE);
            kind.getStyleClass().add("jump-kind");
            line.getStyleClass().add("jump-line");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable JumpTarget target, boolean empty) {
            super.updateItem(target, empty);
            if (empty || target == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            icon.show(switch (target.kind()) {
                case ROOM -> Feather.HASH;
                case PERSON -> Feather.USER;
                case PAGE -> Feather.LAYOUT;
            });
            name.setText(title(target));
            kind.setText(kind(target));
            setGraphic(line);
            setAccessibleText(spoken(target));
        }
    }

    @Override
    public Parent view() {
        return root;
    }

    @Override
    public void shown() {
        field.requestFocus();
    }

    @Override
    public void close() {}
}
