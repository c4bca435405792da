package io.landline.ui.shell;

import io.landline.language.Texts;
import io.landline.system.OperatingSystem;
import io.landline.ui.control.ClickSeries;
import io.landline.ui.fx.FxThread;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.look.Icon;
import io.landline.ui.page.Notices;
import io.landline.ui.page.Page;
import io.landline.ui.page.PagePart;
import io.landline.ui.page.Shortcut;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableIntegerValue;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The window's frame: the navigation at the left, the page in front, notices above it and one panel over it. Pages
/// are made when they are first shown and kept until the frame closes. JavaFX thread; [#notices] from any.
///
/// [ShellKeys] says what keys do.
public final class Shell implements AutoCloseable {
    private static final PseudoClass TELLS = PseudoClass.getPseudoClass("tells");

    private final Texts texts;
    private final Function<Runnable, Page> goTo;
    private final BooleanSupplier enterBreaks;
    private final List<NavEntry> entries;
    private final Map<String, Page> pages = new HashMap<>();
    private final Map<String, ToggleButton> buttons = new HashMap<>();
    private final ToggleGroup chosen = new ToggleGroup();
    private final NavigationPane navigation;
    private final BorderPane frame = new BorderPane();
    private final PageLayer layer = new PageLayer();
    private final VBox column;
    private final StackPane root = new StackPane(frame);
    private final KeyboardOfPages keyboard = new KeyboardOfPages(root, layer);
    private final NoticeStack notices;
    private @Nullable NavEntry front;
    private @Nullable Region shade;
    private Subscription besideNotices = Subscription.EMPTY;
    private @Nullable Page panel;
    /// How many were shown.
    private int panels;
    private @Nullable Node focusBefore;

    /// @param goTo makes the panel by which one goes to a place; it is given what closes it
    /// @param enterBreaks whether Enter begins a new line, for the list of keys
    public Shell(FxThread fx, Texts texts, List<NavEntry> entries, Function<Runnable, Page> goTo,
            BooleanSupplier enterBreaks) {
        this.texts = texts;
        this.enterBreaks = enterBreaks;
        this.goTo = goTo;
        this.entries = List.copyOf(entries);
        notices = new NoticeStack(fx, texts);
        navigation = new NavigationPane(texts.get("nav"), root.widthProperty());
        for (NavEntry entry : entries) navigation.add(button(entry));
        frame.setLeft(navigation);
        VBox.setVgrow(layer, Priority.ALWAYS);
        column = new VBox(notices.view(), layer);
        column.setMinWidth(0); // a page gives way, not the navigation
        frame.setCenter(column);
        StackPane.setAlignment(notices.view(), Pos.TOP_CENTER);
        root.addEventFilter(KeyEvent.KEY_PRESSED, new ShellKeys(new Keyed())::pressed);
    }

    public Parent view() {
        return root;
    }

    public Notices notices() {
        return notices;
    }

    /// Takes files that are dropped where no part of a page takes them: not while a panel is open, which they would
    /// close.
    ///
    /// @param dropped gets them
    public void takeFiles(Consumer<List<Path>> dropped) {
        new WindowDrop(texts, () -> panel == null, dropped).attach(root);
    }

    /// The page with this id, made where it was never shown.
    public Page page(String id) {
        return pages.computeIfAbsent(id, this::made);
    }

    private Page made(String id) {
        for (NavEntry entry : entries) if (entry.id().equals(id)) return entry.page().get();
        throw new IllegalArgumentException("no page " + id);
    }

    /// Brings a page to the front.
    public void show(String id) {
        Page page = page(id);
        closePanel();
        if (front != null && front.id().equals(id)) {
            buttons(id).setSelected(true);
            page.shown();
            return;
        }
        if (front != null) page(front.id()).hidden();
        for (NavEntry entry : entries) if (entry.id().equals(id)) front = entry;
        Node before = keyboard.of(page.view());
        ClickSeries.changed(root);
        layer.show(page.view());
        buttons(id).setSelected(true);
        page.view().applyCss(); // parts that scroll have content only then, and with it what takes the keyboard
        page.shown();
        KeyboardOfPages.comesBack(page.view(), before);
    }

    /// The id of the page in front; empty before the first.
    public String front() {
        return front == null ? "" : front.id();
    }

    private ToggleButton buttons(String id) {
        ToggleButton button = buttons.get(id);
        if (button == null) throw new IllegalArgumentException("no page " + id);
        return button;
    }

    private ToggleButton button(NavEntry entry) {
        var badge = new Label();
        ObservableIntegerValue number = entry.badge().number();
        badge.getStyleClass().add("nav-badge");
        badge.pseudoClassStateChanged(TELLS, entry.badge().tone() == NavEntry.Tone.TELLS);
        badge.textProperty().bind(Bindings.createStringBinding(() -> shown(number.get()), number));
        badge.visibleProperty().bind(Bindings.greaterThan(number, 0));
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);
        var picture = new StackPane(new Icon(entry.icon()), badge);
        var button = new ToggleButton(entry.label(), picture);
        button.setId("nav-" + entry.id());
        button.setMnemonicParsing(false);
        button.setToggleGroup(chosen);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new TextTooltip(entry.label()));
        button.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> number.get() > 0 ? entry.label() + " " + shown(number.get()) : entry.label(), number));
        button.setOnAction(_ -> show(entry.id()));
        buttons.put(entry.id(), button);
        return button;
    }

    /// More than two digits do not fit, and say nothing more.
    private static String shown(int number) {
        return number > 99 ? "99+" : String.valueOf(number);
    }

    /// What the keys do here.
    private final class Keyed implements ShellKeys.Frame {
        @Override
        public boolean page(int number) {
            if (number >= entries.size()) return false;
            show(entries.get(number).id());
            return true;
        }

        @Override
        public boolean back() {
            if (shade == null) return false;
            closePanel();
            return true;
        }

        @Override
        public void goTo() {
            panel(goTo);
        }

        @Override
        public void list() {
            showShortcuts();
        }

        /// The toolkit itself asks for no menu by a key, but on Windows.
        @Override
        public boolean menu() {
            Node focused = root.getScene() == null ? null : root.getScene().getFocusOwner();
            if (focused == null || OperatingSystem.here() == OperatingSystem.WINDOWS) return false;
            Bounds own = focused.getLayoutBounds();
            Point2D at = focused.localToScene(own.getCenterX(), own.getCenterY());
            Point2D screen = focused.localToScreen(own.getCenterX(), own.getCenterY());
            if (screen == null) screen = at;
            Event.fireEvent(focused, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, at.getX(),
                    at.getY(), screen.getX(), screen.getY(), true, null));
            return true;
        }

        @Override
        public boolean inPage(Shortcut shortcut) {
            return shade == null && front != null && page(front.id()).act(shortcut);
        }

        @Override
        public List<PagePart> parts() {
            if (shade != null || front == null) return List.of();
            var parts = new ArrayList<>(page(front.id()).parts());
            parts.add(new PagePart(navigation, buttons(front.id())::requestFocus));
            return parts;
        }

        private Page page(String id) {
            return Shell.this.page(id);
        }
    }

    /// All keys with a meaning of their own, over the page.
    public void showShortcuts() {
        var keys = ShortcutFormatter.ofSystem(texts, enterBreaks.getAsBoolean());
        panel(close -> new ShortcutsPanel(texts, keys, entries.size(), close));
    }

    /// Shows a page as a panel over the page in front, which waits. The maker is given what closes it; Escape and a
    /// click beside it do too. What it is given closes no other panel: an answer that a panel waits for may come when
    /// that panel is gone.
    public void panel(Function<Runnable, Page> made) {
        closePanel();
        focusBefore = root.getScene() == null ? null : root.getScene().getFocusOwner();
        int number = ++panels;
        Page page = made.apply(() -> {
            if (number == panels) closePanel();
        });
        Parent sheet = page.view();
        sheet.getStyleClass().add("sheet");
        if (sheet instanceof Region region) region.setMaxHeight(Region.USE_PREF_SIZE);
        ClickSeries.changed(root);
        var over = new SheetLayer(sheet);
        over.setOnMousePressed(event -> {
            if (event.getTarget() == over) closePanel();
        });
        shade = over;
        panel = page;
        frame.setDisable(true);
        var room = new Region(); // the page does not move while notices stand over the sheet
        room.setMinHeight(noticesHeight());
        column.getChildren().set(0, room);
        root.getChildren().addAll(over, notices.view()); // the page waits, but notices can be read and closed
        besideNotices = Subscription.combine(
                notices.view().layoutBoundsProperty().subscribe(_ -> placeBelowNotices(over)),
                notices.view().visibleProperty().subscribe(_ -> placeBelowNotices(over)));
        sheet.applyCss(); // as in show
        page.shown();
    }

    private void placeBelowNotices(SheetLayer sheet) {
        sheet.below(noticesHeight());
    }

    private double noticesHeight() {
        return notices.view().isVisible() ? notices.view().getLayoutBounds().getHeight() : 0;
    }

    private void closePanel() {
        Region over = shade;
        if (over == null) return;
        shade = null;
        ClickSeries.changed(root);
        besideNotices.unsubscribe();
        root.getChildren().removeAll(over, notices.view());
        column.getChildren().set(0, notices.view());
        frame.setDisable(false);
        if (panel != null) panel.close();
        panel = null;
        if (focusBefore != null) focusBefore.requestFocus();
        focusBefore = null;
    }

    /// Closes every page that was made.
    @Override
    public void close() {
        closePanel();
        pages.values().forEach(Page::close);
        pages.clear();
    }
}
