package io.landline.ui.shell;

import io.landline.ui.fx.FxThread;
import io.landline.ui.look.Icon;
import io.landline.ui.page.Notices;
import io.landline.ui.page.Page;
import io.landline.ui.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The window's frame: the navigation at the left, the page in front, notices above it and one panel over it. Pages
/// are made when they are first shown and kept until the frame closes. JavaFX thread; [#notices] from any.
///
/// Keys: Ctrl+1 … Ctrl+9 go to a page, Escape closes the panel.
public final class Shell implements AutoCloseable {
    private static final KeyCode[] DIGITS = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4,
            KeyCode.DIGIT5, KeyCode.DIGIT6, KeyCode.DIGIT7, KeyCode.DIGIT8, KeyCode.DIGIT9};

    private final List<NavEntry> entries;
    private final Map<String, Page> pages = new HashMap<>();
    private final Map<String, ToggleButton> buttons = new HashMap<>();
    private final ToggleGroup chosen = new ToggleGroup();
    private final NavigationPane navigation;
    private final BorderPane frame = new BorderPane();
    private final StackPane place = new StackPane();
    private final VBox column;
    private final StackPane root = new StackPane(frame);
    private final NoticeStack notices;
    private @Nullable NavEntry front;
    private @Nullable Region shade;
    private @Nullable Page panel;
    private @Nullable Node focusBefore;

    public Shell(FxThread fx, Texts texts, List<NavEntry> entries) {
        this.entries = List.copyOf(entries);
        notices = new NoticeStack(fx, texts);
        navigation = new NavigationPane(texts.get("nav"));
        for (NavEntry entry : entries) navigation.add(button(entry));
        frame.setLeft(navigation);
        VBox.setVgrow(place, Priority.ALWAYS);
        place.setMinHeight(0);
        column = new VBox(notices.view(), place);
        frame.setCenter(column);
        StackPane.setAlignment(notices.view(), Pos.TOP_CENTER);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    public Parent view() {
        return root;
    }

    public Notices notices() {
        return notices;
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
        place.getChildren().setAll(page.view());
        buttons(id).setSelected(true);
        page.shown();
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
        badge.getStyleClass().add("nav-badge");
        badge.textProperty().bind(Bindings.createStringBinding(() -> shown(entry.badge().get()), entry.badge()));
        badge.visibleProperty().bind(Bindings.greaterThan(entry.badge(), 0));
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);
        var picture = new StackPane(new Icon(entry.icon()), badge);
        var button = new ToggleButton(entry.label(), picture);
        button.setId("nav-" + entry.id());
        button.setMnemonicParsing(false);
        button.setToggleGroup(chosen);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip(entry.label()));
        button.accessibleTextProperty()
                .bind(Bindings.createStringBinding(() -> entry.badge().get() > 0
                        ? entry.label() + " " + shown(entry.badge().get())
                        : entry.label(), entry.badge()));
        button.setOnAction(_ -> show(entry.id()));
        buttons.put(entry.id(), button);
        return button;
    }

    /// More than two digits do not fit, and say nothing more.
    private static String shown(int number) {
        return number > 99 ? "99+" : String.valueOf(number);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && shade != null) {
            closePanel();
            event.consume();
            return;
        }
        for (int i = 0; i < Math.min(entries.size(), DIGITS.length); i++) {
            if (!new KeyCodeCombination(DIGITS[i], KeyCombination.SHORTCUT_DOWN).match(event)) continue;
            show(entries.get(i).id());
            event.consume();
        }
    }

    /// Shows a page as a panel over the page in front, which waits. The maker is given what closes it; Escape and a
    /// click beside it do too.
    public void panel(Function<Runnable, Page> made) {
        closePanel();
        focusBefore = root.getScene() == null ? null : root.getScene().getFocusOwner();
        Page page = made.apply(this::closePanel);
        Parent sheet = page.view();
        sheet.getStyleClass().add("sheet");
        if (sheet instanceof Region region) region.setMaxHeight(Region.USE_PREF_SIZE);
        var over = new StackPane(sheet);
        over.getStyleClass().add("shade");
        over.setOnMousePressed(event -> {
            if (event.getTarget() == over) closePanel();
        });
        shade = over;
        panel = page;
        frame.setDisable(true);
        column.getChildren().remove(notices.view());
        root.getChildren().addAll(over, notices.view()); // the page waits, but notices can be read and closed
        page.shown();
    }

    private void closePanel() {
        Region over = shade;
        if (over == null) return;
        shade = null;
        root.getChildren().removeAll(over, notices.view());
        column.getChildren().addFirst(notices.view());
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
