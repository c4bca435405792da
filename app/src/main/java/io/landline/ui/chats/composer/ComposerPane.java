package io.landline.ui.chats.composer;

import atlantafx.base.theme.Styles;
import io.landline.chat.EntryText;
import io.landline.language.Texts;
import io.landline.node.port.Chats;
import io.landline.node.port.TimelineItem;
import io.landline.settings.LookSettings;
import io.landline.ui.chats.header.ConversationHeader;
import io.landline.ui.chats.menu.ConversationMenu;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.control.IconButton;
import io.landline.ui.control.TextButton;
import io.landline.ui.control.Visibility;
import io.landline.ui.emoji.EmojiPicker;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.page.Shortcut;
import io.landline.ui.paragraph.WrappingText;
import io.landline.ui.text.Emoji;
import io.landline.ui.text.LineBreaks;
import io.landline.ui.text.PeerText;
import java.io.File;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Where messages are written. JavaFX thread.
public final class ComposerPane extends VBox {
    /// The header has the whole name: here it would wrap in a narrow window.
    private static final int PROMPT_NAME_CHARACTERS_MAX = 24;
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("typing");

    /// The messages above the field, which has the keyboard while one reads them.
    public interface Messages {
        /// By a screen: -1 up, 1 down.
        void scrollPage(int direction);

        void toNewest();

        /// The own messages around those in sight, in their order.
        List<TimelineItem.Text> ownTexts();
    }

    private final Texts texts;
    private final ObservableValue<LookSettings> look;
    private final ComposerViewModel model;
    private final Messages messages;
    private final TopicBar topic;
    private final GrowingField field = new GrowingField();
    private final Label counter = new WrappingLabel("");
    private final WrappingText reason = new WrappingText("");
    private final WrappingText gone = new WrappingText("");
    private final Button attach;
    private final Button send;
    private final ComposerLine line;
    private final FieldSize size;
    private final CompletionPane completion;
    private final OwnMessageWalk walk;
    private final Runnable collect;
    private Consumer<List<Path>> chosen = _ -> {};
    private boolean mayCollect;
    /// The open conversation, where it is of a room that was left; empty for any other.
    private String waitsIn = "";
    private String shownIn = "";

    /// @param offers what may stand in the place of what is typed
    /// @param picker puts emoji where the caret is
    /// @param collect asks for what a hand-in box has to say
    public ComposerPane(ChatsContext context, ComposerViewModel model, CompletionViewModel offers, EmojiPicker picker,
            Messages messages, Runnable collect) {
        texts = context.texts();
        look = context.look();
        this.model = model;
        this.messages = messages;
        walk = new OwnMessageWalk(field, model, messages::ownTexts);
        this.collect = collect;
        topic = new TopicBar(texts, this::cancel);
        model.topic().subscribe(this::show);
        getStyleClass().add("chats-composer");
        field.setId("composer");
        field.getStyleClass().add("chats-field");
        field.textProperty().bindBidirectional(model.text());
        model.whenTextCameBack(field::end);
        completion = new CompletionPane(texts, offers, field);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);

        attach = icon("attach", texts.get("composer.attach"), Feather.PAPERCLIP);
        attach.setOnAction(_ -> attaching().show(attach, Side.TOP, 0, 0));
        send = icon("send", texts.get("composer.send"), Feather.SEND);
        send.setOnAction(_ -> {
            send();
            focus();
        });
        send.disableProperty().bind(model.sendable().not());
        picker.setOnChosen(field::replaceSelection, field::requestFocus);
        size = new FieldSize(texts, field);
        line = new ComposerLine(field, attach, size.button(), picker.button(), send);
        line.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getTarget() == field) completion.key(event); // before the field knows of Tab
        });
        field.focusedProperty().subscribe(focused -> line.pseudoClassStateChanged(FOCUSED, focused));

        counter.setId("composer-counter");
        counter.getStyleClass().add("chats-counter");
        counter.visibleProperty().bind(counter.textProperty().isNotEmpty());
        counter.managedProperty().bind(counter.visibleProperty());
        HBox.setHgrow(counter, Priority.ALWAYS);
        counter.setMaxWidth(Double.MAX_VALUE);
        var asFile = new TextButton("composer-as-file", texts.get("composer.as-file"), () -> {
            model.sendAsFile();
            focus();
        });
        asFile.getStyleClass().add(Styles.SMALL);
        asFile.setMinWidth(Region.USE_PREF_SIZE);
        asFile.visibleProperty().bind(model.fitsAFile());
        asFile.managedProperty().bind(model.fitsAFile());
        var length = new HBox(counter, asFile);
        length.getStyleClass().add("chats-length");
        length.setAlignment(Pos.CENTER_LEFT);
        length.managedProperty().bind(counter.visibleProperty());
        model.text().subscribe(this::showCount);
        model.bytes().subscribe(this::showCount);
        reason.setId("composer-reason");
        reason.getStyleClass().add("chats-reason");
        gone.setId("composer-lost");
        gone.getStyleClass().add("chats-lost");
        model.gone().subscribe(this::showGone);
        getChildren().addAll(gone, topic, length, line, reason);
    }

    /// One more way to say something, beside the one for files.
    public void add(Button way) {
        way.getStyleClass().addAll(Styles.FLAT, "chats-composer-button");
        line.addBefore(way);
    }

    private void show(@Nullable ComposerTopic now) {
        topic.show(now);
        showCount();
        if (now != null && getScene() != null) focus();
    }

    private void showGone(String sentence) {
        gone.setText(sentence);
        Visibility.show(gone, !sentence.isEmpty() && line.isVisible());
    }

    /// Gives up what is being changed or answered; false if nothing is.
    public boolean cancel() {
        boolean cancelled = model.cancel();
        if (cancelled) focus();
        return cancelled;
    }

    /// Whether names or emoji are offered for what is typed: Escape refuses them.
    public boolean isCompleting() {
        return completion.isVisible();
    }

    private static Button icon(String id, String name, Feather picture) {
        var button = new IconButton(id, picture, name);
        button.getStyleClass().addAll(Styles.FLAT, "chats-composer-button");
        return button;
    }

    private void showCount() {
        counter.setText(count());
        counter.pseudoClassStateChanged(Styles.STATE_DANGER, isTooLong());
    }

    private boolean isTooLong() {
        return model.bytes().get() > EntryText.MAX_BYTES;
    }

    private String count() {
        int bytes = model.bytes().get();
        NumberFormat numbers = NumberFormat.getIntegerInstance(texts.locale());
        if (isTooLong()) {
            return texts.format(model.isEditing() ? "composer.too-long.edit" : "composer.too-long",
                    numbers.format(bytes), numbers.format(EntryText.MAX_BYTES));
        }
        if (bytes >= ComposerViewModel.COUNTED_FROM_BYTES) {
            return texts.format("composer.count", numbers.format(bytes), numbers.format(EntryText.MAX_BYTES));
        }
        boolean broken = !model.text().get().isEmpty() && !EntryText.fits(model.text().get());
        return broken ? texts.get("composer.broken") : "";
    }

    /// @param height of the messages and of what is written, together; asked in each layout
    public void setRoom(DoubleSupplier height) {
        size.setRoom(height);
    }

    /// Makes the field large, or small again, and one writes there; not where nothing can be written.
    public void changeSize() {
        if (!line.isVisible()) return;
        size.toggle();
        field.requestFocus();
    }

    public void show(ConversationHeader head) {
        if (!head.key().equals(shownIn)) size.makeSmall();
        shownIn = head.key();
        mayCollect = head.kind() == Chats.Kind.ROOM;
        boolean possible = head.writing() == ConversationHeader.Writing.POSSIBLE;
        String name = head.shownTitle();
        Visibility.show(line, possible);
        topic.show(possible ? model.topic().get() : null);
        showGone(model.gone().get());
        Visibility.show(reason, !possible);
        reason.setText(switch (head.writing()) {
            case POSSIBLE -> "";
            case STRANGER -> texts.format("composer.stranger", name);
            case BLOCKED -> texts.format("composer.blocked", name);
            case GONE -> texts.get(head.isOfRoom() ? "composer.left" : "composer.gone");
        });
        giveKeyboard(head);
        String shortName = PeerText.title(PeerText.shortened(head.title(), PROMPT_NAME_CHARACTERS_MAX),
                head.peer() == null);
        String prompt = head.peer() != null && !head.reaches()
                ? texts.format("composer.prompt.away", shortName)
                : texts.format("composer.prompt", shortName);
        // the field draws what is asked by itself: it cannot turn a line, and an emoji is a box there
        boolean isDrawn = !LineBreaks.isNeededFor(prompt) && Emoji.in(prompt).isEmpty();
        field.setPromptText(isDrawn ? prompt : texts.get("composer.prompt.short"));
        field.setAccessibleText(prompt);
    }

    /// Where a room is left and joined again while its conversation is open, one goes on writing.
    private void giveKeyboard(ConversationHeader head) {
        boolean waited = waitsIn.equals(head.key());
        waitsIn = head.writing() == ConversationHeader.Writing.GONE ? head.key() : "";
        boolean isBack = waited && head.writing() == ConversationHeader.Writing.POSSIBLE;
        if (!isBack || getScene() == null) return;
        if (!(getScene().getFocusOwner() instanceof TextInputControl)) focus();
    }

    public void focus() {
        field.requestFocus();
        field.positionCaret(field.getLength());
    }

    /// As if it had been typed into the field; false where nothing can be written.
    public boolean type(String letter) {
        if (!line.isVisible()) return false;
        field.requestFocus();
        field.replaceSelection(letter);
        return true;
    }

    /// What came last, read with the field by a screen reader.
    public void hear(String sentence) {
        field.setAccessibleHelp(sentence);
    }

    /// What may be put into the message; to lie over all that is above the field.
    public Node completion() {
        return completion;
    }

    /// Where one writes; not to be seen where nothing can be written.
    public Node writing() {
        return line;
    }

    private void key(KeyEvent event) {
        boolean enterBreaks = look.getValue().enterBreaks();
        if (size.sends(event, enterBreaks)) {
            send();
            event.consume();
        } else if (size.breaks(event, enterBreaks)) {
            field.replaceSelection("\n");
            event.consume();
        } else if (Shortcut.BOLD.matches(event)) {
            wrap(event, Wrapping.BOLD);
        } else if (Shortcut.ITALIC.matches(event)) {
            wrap(event, Wrapping.ITALIC);
        } else if (Shortcut.CODE.matches(event)) {
            wrap(event, Wrapping.CODE);
        } else if (walk.go(event)) {
            completion.close(); // nothing was typed, and arrows would choose what is offered
            event.consume();
        } else if (Shortcut.NEWEST.matches(event) && model.text().get().isEmpty()) {
            messages.toNewest();
            event.consume();
        } else if (event.getCode() == KeyCode.PAGE_UP) {
            page(event, -1);
        } else if (event.getCode() == KeyCode.PAGE_DOWN) {
            page(event, 1);
        }
    }

    /// A long text is gone then, and the messages have the room again.
    private void send() {
        model.send();
        if (model.text().get().isEmpty()) size.makeSmall();
    }

    private void wrap(KeyEvent event, String sign) {
        Wrapping.toggle(field, sign);
        event.consume();
    }

    private void page(KeyEvent event, int direction) {
        messages.scrollPage(direction);
        event.consume();
    }

    /// The system's choosers take files or one folder, never both. In a room with a key the menu also makes a hand-in
    /// box.
    public ContextMenu attaching() {
        var menu = new ContextMenu(
                ConversationMenu.item("attach-files", texts.get("composer.attach.files"), this::chooseFiles),
                ConversationMenu.item("attach-folder", texts.get("composer.attach.folder"), this::chooseFolder));
        if (mayCollect) {
            menu.getItems()
                    .add(ConversationMenu.item("attach-collect", texts.get("composer.attach.collect"), collect));
        }
        return menu;
    }

    /// @param chosen gets what the user chose to send, at least one item
    public void setOnChosen(Consumer<List<Path>> chosen) {
        this.chosen = chosen;
    }

    private void chooseFolder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("composer.choose.folder"));
        File folder = chooser.showDialog(getScene().getWindow());
        if (folder != null) chosen.accept(List.of(folder.toPath()));
    }

    private void chooseFiles() {
        var chooser = new FileChooser();
        chooser.setTitle(texts.get("composer.choose.files"));
        List<File> files = chooser.showOpenMultipleDialog(getScene().getWindow());
        if (files != null) chosen.accept(files.stream().map(File::toPath).toList());
    }
}
