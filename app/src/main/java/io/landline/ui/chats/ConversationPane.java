package io.landline.ui.chats;

import io.landline.language.Texts;
import io.landline.node.port.TimelineItem;
import io.landline.ui.acts.NewBoxSheet;
import io.landline.ui.acts.PinsSheet;
import io.landline.ui.acts.PollSheet;
import io.landline.ui.chats.composer.CompletionViewModel;
import io.landline.ui.chats.composer.ComposerPane;
import io.landline.ui.chats.composer.PastePane;
import io.landline.ui.chats.composer.Pasting;
import io.landline.ui.chats.header.ActivityViewModel;
import io.landline.ui.chats.header.ConversationHeader;
import io.landline.ui.chats.header.ConversationHeaderBar;
import io.landline.ui.chats.header.LimitNotice;
import io.landline.ui.chats.header.PinBar;
import io.landline.ui.chats.header.PinsViewModel;
import io.landline.ui.chats.header.ShelfBar;
import io.landline.ui.chats.menu.ConversationMenu;
import io.landline.ui.chats.menu.MenuSubject;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.chats.part.DropHints;
import io.landline.ui.chats.timeline.MessageActions;
import io.landline.ui.chats.timeline.SelectedMessages;
import io.landline.ui.chats.timeline.SelectionBar;
import io.landline.ui.chats.timeline.TimelineViewModel;
import io.landline.ui.control.DropSign;
import io.landline.ui.control.FileDrop;
import io.landline.ui.control.IconButton;
import io.landline.ui.control.PartPlace;
import io.landline.ui.control.Visibility;
import io.landline.ui.emoji.EmojiNames;
import io.landline.ui.emoji.EmojiPicker;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Icon;
import io.landline.ui.page.Page;
import io.landline.ui.page.PagePart;
import io.landline.ui.page.Shortcut;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The open conversation: who, what was said, what to say. JavaFX thread.
final class ConversationPane extends StackPane {
    private final ChatsViewModel model;
    private final ChatsContext context;
    private final ChatsMemory memory;
    private final Texts texts;
    private final ConversationHeaderBar head;
    private final SearchAndFiles search;
    private final PartPlace<LimitNotice> limit;
    private final PinsViewModel pins;
    private final PartPlace<PinBar> pinBar;
    private final ShelfBar shelves;
    private final SelectedMessages selected = new SelectedMessages();
    private final PartPlace<SelectionBar> selection;
    private final ActivityViewModel activity;
    private final PartPlace<PastePane> paste;
    private final EmojiPicker picker;
    private final OpenTimeline timeline;
    private final ComposerPane composer;
    private final VBox talk;
    private final Label nothing;
    private final DropSign drop;
    private final FileDrop fileDrop;
    private final HeardText heard = new HeardText();
    private final Subscription subscriptions;

    /// @param toList shows the list again, where only one of both has room
    /// @param memory has the polls and boxes that were begun
    ConversationPane(ChatsContext context, ChatsViewModel model, ChatsMemory memory, Runnable toList) {
        this.context = context;
        this.memory = memory;
        this.model = model;
        texts = context.texts();
        getStyleClass().add("chats-conversation");
        var menu = new ConversationMenu(context, model::refresh, this::openFiles);
        head = new ConversationHeaderBar(texts, context.times(), context.page().navigation(), below -> {
            MenuSubject subject = model.subject();
            if (subject != null) menu.showBelow(subject, below);
        }, toList, this::toggleSearch);
        picker = new EmojiPicker(context.page(), context.look());
        var actions = new MessageActions(context.page(), context.times(), model.saved());
        timeline = new OpenTimeline(context, model, selected, actions, picker, this::announce);
        var offers = new CompletionViewModel(model.composer().callees(),
                () -> EmojiNames.in(context.page().language()), context.look());
        composer = new ComposerPane(context, model.composer(), offers, picker, timeline, this::collect);
        composer.add(askPoll());
        limit = new PartPlace<>(model.limit().isAny(),
                () -> new LimitNotice(texts, model.limit(), this::focus));
        VBox.setVgrow(timeline, Priority.ALWAYS);
        activity = new ActivityViewModel(context.page());
        composer.writing().addEventFilter(KeyEvent.KEY_TYPED, _ -> {
            if (!model.composer().text().get().isEmpty()) activity.typed();
        });
        paste = new PartPlace<>(model.paste().pasted().map(all -> !all.isEmpty()),
                () -> new PastePane(context, model.paste(), this::focus));
        var pasting = new Pasting(model.paste());
        composer.setOnChosen(model.paste()::files);
        pins = new PinsViewModel(context.page());
        pinBar = new PartPlace<>(pins.isAny(),
                () -> new PinBar(texts, pins, timeline::show, this::listPins));
        shelves = new ShelfBar(context.page(), texts);
        selection = new PartPlace<>(selected.items().map(_ -> true).orElse(false),
                () -> new SelectionBar(texts, selected, actions));
        selected.items().subscribe(this::showSelecting);
        nothing = noneOpen();
        var messages = new MessagesColumn(List.of(limit), List.of(shelves, pinBar), timeline, nothing.fontProperty());
        VBox.setVgrow(messages, Priority.ALWAYS);
        search = new SearchAndFiles(context, model.search(), messages, timeline, timeline::show, this::closeSearch);
        talk = new VBox(head, messages, activityLine(), paste, selection, composer);
        talk.getStyleClass().add("chats-talk");
        composer.setRoom(() -> talk.getHeight() - head.prefHeight(talk.getWidth()));
        talk.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (selection.made() instanceof SelectionBar bar) bar.pressed(event);
        });
        talk.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (Shortcut.PASTE.matches(event) && canOffer() && pasting.take(Clipboard.getSystemClipboard())) {
                event.consume();
            }
        });
        fileDrop = FileDrop.passingOn(this::canOffer, this::dropped);
        drop = new DropSign("drop-here", fileDrop);
        getChildren().addAll(heard, nothing, talk, composer.completion(), drop);

        fileDrop.attach(this);
        fileDrop.items().subscribe(this::showDrop);
        subscriptions = Subscription.combine(model.head().subscribe(this::show),
                model.timeline().subscribe(this::show), model.rows().subscribe(this::showNothing));
    }

    private void collect() {
        sheet((now, close) -> new NewBoxSheet(context.page(), context.clock(), now.key(),
                now.shownTitle(), memory.boxes(), close));
    }

    private Label noneOpen() {
        var none = new WrappingLabel(texts.get("conversation.none"));
        none.setGraphic(new Icon(Feather.MESSAGE_CIRCLE));
        none.getStyleClass().add("chats-none");
        return none;
    }

    private Button askPoll() {
        var button = new IconButton("ask-poll", Feather.BAR_CHART_2, texts.get("composer.poll"));
        button.setOnAction(_ -> sheet((now, close) -> new PollSheet(context.page(), now.key(),
                now.shownTitle(), memory.polls(), close)));
        return button;
    }

    /// Opens a sheet about the open conversation.
    private void sheet(BiFunction<ConversationHeader, Runnable, Page> made) {
        ConversationHeader now = model.head().get();
        if (now != null) context.page().navigation().sheet(close -> made.apply(now, close));
    }

    private Label activityLine() {
        var line = new WrappingLabel("");
        line.setId("activity");
        line.getStyleClass().add("chats-activity");
        activity.line().subscribe(line::setText);
        line.visibleProperty().bind(line.textProperty().isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private boolean canOffer() {
        ConversationHeader now = model.head().get();
        return now != null && now.writing() == ConversationHeader.Writing.POSSIBLE;
    }

    FileDrop fileDrop() {
        return fileDrop;
    }

    private void listPins() {
        ConversationHeader now = model.head().get();
        if (now == null) return;
        context.page()
                .navigation()
                .sheet(close -> new PinsSheet(context.page(), now.key(), item -> timeline.show(item.position()),
                        close));
    }

    private void show(@Nullable ConversationHeader now) {
        activity.open(now);
        pins.open(now == null ? null : now.key());
        shelves.open(now == null || now.peer() != null || !now.exists() ? null : now.key());
        showNothing();
        talk.setVisible(now != null);
        if (now == null) return;
        head.show(now);
        composer.show(now);
    }

    /// One can pick a chat once there is one: not before the node has told of them, nor after the last has gone.
    private void showNothing() {
        nothing.setVisible(model.head().get() == null && model.rows().stream().anyMatch(ChosenRow::opens));
    }

    /// What will happen if it is dropped.
    private void showDrop(List<String> items) {
        ConversationHeader now = model.head().get();
        if (now == null || items.isEmpty()) return;
        drop.setText(model.paste().isEmpty()
                ? DropHints.of(texts, items, now.shownTitle())
                : DropHints.added(texts));
    }

    private void dropped(List<Path> items) {
        if (model.paste().isEmpty()) {
            model.composer().offer(items);
        } else {
            model.paste().files(items);
        }
    }

    private void show(@Nullable TimelineViewModel now) {
        if (now == timeline.shown()) return;
        timeline.close();
        closeSearch();
        selected.end();
        timeline.open(now, model.head().get());
    }

    private void announce(String sentence) {
        heard.say(sentence);
        composer.hear(sentence);
    }

    /// The bar stands in the place of the composer.
    private void showSelecting(@Nullable List<TimelineItem> items) {
        boolean hadKeyboard = selection.isFocusWithin();
        Visibility.show(composer, items == null);
        if (items == null && hadKeyboard) composer.focus();
    }

    /// No message is selected any more; false where none was.
    boolean endSelecting() {
        boolean was = selected.isActive();
        selected.end();
        return was;
    }

    void setBack(boolean withBack) {
        head.setBack(withBack);
    }

    void focusBack() {
        head.focusBack();
    }

    void focus() {
        composer.focus();
    }

    /// Makes the field large, or small again.
    void changeFieldSize() {
        composer.changeSize();
    }

    /// The messages, and where one writes.
    List<PagePart> parts() {
        return List.of(new PagePart(timeline, timeline::focus), new PagePart(composer.writing(), this::focus));
    }

    /// Puts a letter into the message; false where none can be written, or the field is not in sight.
    boolean type(String letter) {
        return composer.isVisible() && composer.type(letter);
    }

    /// Whether this button got the keyboard from what was pasted, and not from somebody who went there.
    boolean asksToOffer(ButtonBase button) {
        return paste.made() instanceof PastePane pane && pane.asksToOffer(button);
    }

    /// Whether something stands above or in the place of the messages, which Esc closes.
    boolean searches() {
        return search.isOpen();
    }

    void openFiles() {
        ConversationHeader now = model.head().get();
        if (now == null || timeline.shown() == null) return;
        closeSearch();
        search.openFiles(now.key());
    }

    /// Gives up what is being changed or answered; false if nothing is.
    boolean cancelTopic() {
        return composer.cancel();
    }

    /// Whether Escape belongs to what is offered at the caret.
    boolean isCompleting() {
        return composer.isCompleting();
    }

    void openSearch() {
        if (timeline.shown() == null) return;
        search.openSearch();
    }

    void closeSearch() {
        if (!searches()) return;
        search.close();
        composer.focus();
    }

    private void toggleSearch() {
        if (searches()) {
            closeSearch();
        } else {
            openSearch();
        }
    }

    void close() {
        subscriptions.unsubscribe();
        search.close();
        List.of(limit, pinBar, selection, paste).forEach(PartPlace::close);
        if (limit.made() instanceof LimitNotice made) made.close();
        if (pinBar.made() instanceof PinBar made) made.close();
        if (selection.made() instanceof SelectionBar made) made.close();
        if (paste.made() instanceof PastePane made) made.close();
        shelves.close();
        pins.close();
        activity.close();
        picker.close();
        timeline.close();
    }
}
