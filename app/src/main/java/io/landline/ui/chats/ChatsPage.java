package io.landline.ui.chats;

import io.landline.settings.LookSettings;
import io.landline.ui.chats.header.ConversationHeader;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.chats.part.KeptFocus;
import io.landline.ui.control.ClickSeries;
import io.landline.ui.control.FileDrop;
import io.landline.ui.control.Visibility;
import io.landline.ui.fx.FxThread;
import io.landline.ui.page.Page;
import io.landline.ui.page.PageContext;
import io.landline.ui.page.PagePart;
import io.landline.ui.page.Shortcut;
import io.landline.ui.transfers.TransfersViewModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Conversations and people on the left, the open conversation beside them; in a narrow window one of both. JavaFX
/// thread.
public final class ChatsPage implements Page {
    static final String STYLES = Objects.requireNonNull(ChatsPage.class.getResource("chats.css")).toExternalForm();
    /// In letters' heights, so that it grows with the zoom: 700 pixels at the usual size.
    private static final double NARROW_EM = 50;

    private final ChatsViewModel model;
    private final HBox root = new HBox();
    private final ListPane list;
    private final ConversationPane conversation;
    private final Subscription subscriptions;
    private final FxThread fx;
    private final ReadOnlyObjectWrapper<@Nullable String> inView = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> open = new ReadOnlyObjectWrapper<>();
    private @Nullable String shownKey;
    /// To be opened again once the width of the window is known.
    private @Nullable String returning;
    private boolean inFront;
    private boolean focused;

    /// @param transfers those of the window: cards in timelines show them
    /// @param memory that of the window: it outlives the page
    /// @param look has the emoji used last
    public ChatsPage(PageContext context, TransfersViewModel transfers, ChatsMemory memory,
            ObjectProperty<LookSettings> look) {
        this(ChatsContext.of(context, context.texts(ChatsPage.class), transfers, look), memory);
    }

    ChatsPage(ChatsContext context, ChatsMemory memory) {
        model = new ChatsViewModel(context.page(), context.times(), memory);
        list = new ListPane(context, model, this::write);
        conversation = new ConversationPane(context, model, memory, this::toList);
        fx = context.page().fx();
        root.setId("chats");
        root.getStyleClass().add("chats");
        root.getStylesheets().add(STYLES);
        root.getChildren().addAll(list, conversation);
        HBox.setHgrow(conversation, Priority.ALWAYS);
        KeptFocus.in(root);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        root.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        ObservableValue<Boolean> windowFocused = root.sceneProperty()
                .flatMap(scene -> scene.windowProperty())
                // a hidden window may keep the focus
                .flatMap(window -> Bindings.and(window.focusedProperty(), window.showingProperty()))
                .orElse(false);
        subscriptions = Subscription.combine(root.widthProperty().subscribe(this::arrange),
                model.head().subscribe(this::showing), windowFocused.subscribe(this::focused));
    }

    /// The window has the keyboard, or has not.
    void focused(boolean now) {
        focused = now;
        look();
    }

    /// Opens a conversation: `#room`, or the other's whole fingerprint.
    public void open(String conversationKey) {
        model.open(conversationKey);
        conversation.focus();
    }

    /// The same, for who was told that something is new there: that is in sight, wherever the user read before.
    public void openAtNew(String conversationKey) {
        model.openAtNew(conversationKey);
        conversation.focus();
    }

    /// Opens a conversation, and shows files there that will be offered once the user says so.
    public void offer(String conversationKey, List<Path> files) {
        open(conversationKey);
        // behind the caret, which would take the keyboard from the question
        fx.post(() -> model.paste().files(conversationKey, files));
    }

    /// Opens the conversation that was open before, if there still is one and the list beside it has room.
    public void reopen(String conversationKey) {
        returning = conversationKey;
        arrange();
    }

    /// That of the open conversation; null for none.
    public ReadOnlyObjectProperty<@Nullable String> open() {
        return open.getReadOnlyProperty();
    }

    /// After a conversation is opened, in any way, one can write at once.
    private void showing(@Nullable ConversationHeader head) {
        arrange();
        look();
        String key = head == null ? null : head.key();
        open.set(key);
        if (head != null && !isWritable(head)) fx.post(this::goOnFromNowhere);
        if (Objects.equals(key, shownKey)) return;
        shownKey = key;
        if (key != null && inFront && !list.isBrowsing()) write();
    }

    private static boolean isWritable(ConversationHeader head) {
        return head.writing() == ConversationHeader.Writing.POSSIBLE;
    }

    /// The room was left, or the person blocked: what had the keyboard may be gone.
    private void goOnFromNowhere() {
        ConversationHeader head = model.head().get();
        if (inFront && head != null && !isWritable(head) && isKeyboardNowhere()) goOn();
    }

    private boolean isKeyboardNowhere() {
        Node focus = root.getScene() == null ? null : root.getScene().getFocusOwner();
        return focus == null || !focus.isFocusTraversable() || !PagePart.of(focus).isThere();
    }

    /// Where nothing can be written in the open conversation.
    private void goOn() {
        if (isNarrow()) {
            conversation.focusBack();
        } else {
            list.focusAfter();
        }
    }

    private void look() {
        boolean looking = inFront && focused;
        model.setInFront(looking);
        ConversationHeader head = model.head().get();
        inView.set(looking && head != null ? head.key() : null);
    }

    /// The conversation that the user sees, in a window that has the keyboard; null for none.
    public ReadOnlyObjectProperty<@Nullable String> inView() {
        return inView.getReadOnlyProperty();
    }

    /// The caret goes into the message: later, as a click in the list takes the keyboard after it was told of.
    private void write() {
        fx.post(conversation::focus);
    }

    /// Messages that nobody has seen here, in all conversations that count.
    public ReadOnlyIntegerProperty unread() {
        return model.unread();
    }

    /// Whether muted conversations count there; until this is said they do not.
    public void countMuted(boolean counts) {
        model.countMuted(counts);
    }

    /// Shows the files of the open conversation in the place of its messages.
    void openFiles() {
        conversation.openFiles();
    }

    /// Takes files that are dragged onto the open conversation.
    FileDrop fileDrop() {
        return conversation.fileDrop();
    }

    private boolean isNarrow() {
        double em = list.em();
        return root.getWidth() > 0 && root.getWidth() < NARROW_EM * em;
    }

    private void arrange() {
        boolean narrow = isNarrow();
        String before = returning;
        if (before != null && root.getWidth() > 0) {
            returning = null;
            if (!narrow) model.reopen(before);
        }
        boolean talking = model.head().get() != null;
        boolean isListed = !narrow || !talking;
        if (list.isVisible() != isListed) ClickSeries.changed(root);
        Visibility.show(list, isListed);
        Visibility.show(conversation, !narrow || talking);
        HBox.setHgrow(list, narrow ? Priority.ALWAYS : Priority.NEVER);
        list.setMaxWidth(narrow ? Double.MAX_VALUE : ListPane.USE_PREF_SIZE);
        list.setMinWidth(narrow ? 0 : ListPane.USE_PREF_SIZE);
        conversation.setBack(narrow);
    }

    private void toList() {
        model.leave();
        list.focus();
    }

    private void key(KeyEvent event) {
        if (!Shortcut.BACK.matches(event) || conversation.isCompleting()) return;
        if (conversation.endSelecting()) {
            conversation.focus();
        } else if (list.searches() && !conversation.searches()) {
            backInSearch();
        } else if (list.isInSearch() && !isNarrow() && model.head().get() != null) {
            conversation.focus();
        } else if (conversation.searches()) {
            conversation.closeSearch();
        } else if (conversation.cancelTopic()) {
            event.consume(); // wherever the keyboard is
        } else if (isNarrow() && model.head().get() != null) {
            toList();
        } else {
            return;
        }
        event.consume();
    }

    @Override
    public boolean act(Shortcut shortcut) {
        Runnable action = switch (shortcut) {
            case SEARCH -> this::search;
            case SEARCH_ALL -> this::searchAll;
            case NEXT_CONVERSATION -> () -> go(model.neighbour(1));
            case PREVIOUS_CONVERSATION -> () -> go(model.neighbour(-1));
            case NEXT_UNREAD -> () -> go(model.unreadNeighbour(1));
            case PREVIOUS_UNREAD -> () -> go(model.unreadNeighbour(-1));
            case MARK_UNREAD -> model::markUnread;
            case LARGE_FIELD -> conversation::changeFieldSize;
            case PAGE, GO_TO, NEXT_PART, PREVIOUS_PART, LARGER, SMALLER, USUAL_SIZE, MENU, BACK, LIST, NEWEST, COPY,
                    OPEN_LINK, SELECT, SEND, NEW_LINE, EDIT_LAST, EDIT_NEXT, BOLD, ITALIC, CODE, PASTE,
                    PREVIOUS_PICTURE, NEXT_PICTURE, LARGER_PICTURE, SMALLER_PICTURE, WHOLE_PICTURE, SAVE -> null;
        };
        if (action == null) return false;
        action.run();
        return true;
    }

    private void search() {
        if (model.head().get() == null) {
            list.focusSearch(); // in all of them
        } else {
            conversation.openSearch();
        }
    }

    private void searchAll() {
        if (isNarrow() && model.head().get() != null) model.leave();
        list.focusSearch();
    }

    private void go(@Nullable String key) {
        if (key != null) open(key);
    }

    @Override
    public List<PagePart> parts() {
        var parts = new ArrayList<PagePart>();
        parts.add(new PagePart(list, list::focus));
        parts.addAll(conversation.parts());
        return parts;
    }

    /// From the message that was found back to the others, and from those to the whole list.
    private void backInSearch() {
        if (list.hasFocus()) {
            list.endSearch();
        } else if (isNarrow()) {
            toList();
        } else {
            list.focus();
        }
    }

    /// What is typed where nothing takes it is meant for the open conversation.
    private void typed(KeyEvent event) {
        if (model.head().get() == null || event.isControlDown() || event.isAltDown() || event.isMetaDown()) return;
        Scene scene = root.getScene();
        Node focus = scene == null ? null : scene.getFocusOwner();
        if (focus instanceof TextInputControl) return;
        if (focus instanceof ButtonBase button && !conversation.asksToOffer(button)) return;
        String letter = event.getCharacter();
        int first = letter.isEmpty() ? 0 : letter.codePointAt(0);
        if (Character.isISOControl(first) || Character.isWhitespace(first)) return;
        if (conversation.type(letter)) event.consume();
    }

    @Override
    public Parent view() {
        return root;
    }

    @Override
    public void shown() {
        inFront = true;
        model.refresh();
        look();
        ConversationHeader head = model.head().get();
        if (head == null) {
            list.focus();
        } else if (isWritable(head)) {
            conversation.focus();
        } else {
            goOn();
        }
    }

    /// Rooms were joined or left elsewhere.
    public void refresh() {
        model.refresh();
    }

    @Override
    public void hidden() {
        inFront = false;
        look();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        conversation.close();
        model.close();
    }
}
