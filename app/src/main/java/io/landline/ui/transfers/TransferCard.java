package io.landline.ui.transfers;

import atlantafx.base.theme.Styles;
import io.landline.picture.PictureSize;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.Visibility;
import io.landline.ui.label.EmojiLabel;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Appearance;
import io.landline.ui.look.Icon;
import io.landline.ui.page.PageContext;
import io.landline.ui.paragraph.WrappingText;
import io.landline.ui.text.FileKind;
import io.landline.ui.text.FileName;
import io.landline.ui.text.PeerText;
import io.landline.ui.transfers.file.FileNameLine;
import io.landline.ui.transfers.file.ThumbnailBox;
import io.landline.ui.transfers.state.OfferAction;
import io.landline.ui.transfers.state.OfferFacts;
import io.landline.ui.transfers.state.OfferState;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One offer: what it is, who made it, where it stands, and what can be done about it. A cell of a list reuses one card
/// for offer after offer. JavaFX thread.
public final class TransferCard extends HBox {
    /// In widths of the sign: a narrower card has no room for it beside its words.
    private static final double SIGN_BESIDE_MIN = 7;
    /// More names would make the card a list.
    private static final int NAMES_SHOWN = 3;

    /// Of a longer name the middle is left out: two lines of a usual card, some ten of the narrowest one with the
    /// largest letters.
    private static final int NAME_CHARACTERS_MAX = 80;

    private final OfferFormatter formatter;
    private final Icon icon = new Icon(Feather.FILE);
    private final VBox names = new VBox();
    private final Label size = wrapping("transfers-card-size");
    private final WrappingText state = new WrappingText("");
    private final KeptHeight stateLines = new KeptHeight(state);
    private final Label warning = new WrappingLabel("");
    private final ProgressBar progress = new ProgressBar();
    private final ControlLine buttons = new ControlLine();
    private final ReceiversPane receivers;
    private final Map<OfferAction, Button> buttonOf = new EnumMap<>(OfferAction.class);
    private final StackPane sign = new StackPane(icon);
    /// Null where the card has no place for pictures.
    private final @Nullable ThumbnailBox thumbnail;
    /// Null where nothing is added.
    private final @Nullable AddedFiles added;
    private final ChangeListener<Object> changed = (_, _, _) -> showState();
    private final ChangeListener<@Nullable Object> pictured = (_, _, _) -> showPicture();
    /// Whether it has a sign where there is room for one.
    private boolean isSigned = true;
    private @Nullable OfferViewModel offer;
    private @Nullable Aim aim;
    /// Pausing or going on, whichever this card showed last for this offer.
    private @Nullable OfferAction turn;
    /// Whether this card had a bar, or a place for one, for this offer.
    private boolean isBarPlaced;
    private List<String> named = List.of();

    /// What a click is meant for: an offer as long as the same can be done with it. Once it is accepted, what was the
    /// second half of a double click would pause it.
    ///
    /// @param actions going on counts as pausing: these take turns, also quickly
    private record Aim(OfferViewModel offer, Set<OfferAction> actions) {
        static Aim of(OfferViewModel offer, Set<OfferAction> possible) {
            return new Aim(offer, possible.stream()
                    .map(each -> each == OfferAction.RESUME ? OfferAction.PAUSE : each)
                    .collect(Collectors.toUnmodifiableSet()));
        }
    }

    /// One for a timeline, which says itself when it was. It shows the thumbnail of a picture.
    public TransferCard(PageContext context) { this(new OfferFormatter(context), true, null); }

    /// The same; files can be added to an own offer that stands.
    public TransferCard(PageContext context, FurtherFiles further) {
        this(new OfferFormatter(context), true, further);
    }

    /// One that also says when it was offered, for a list in which pictures would take the room of the others.
    static TransferCard dated(PageContext context) {
        return new TransferCard(OfferFormatter.dated(context, InstantSource.system()), false, null);
    }

    private TransferCard(OfferFormatter formatter, boolean pictures, @Nullable FurtherFiles further) {
        this.formatter = formatter;
        added = further == null
                ? null
                : new AddedFiles(this, further, formatter.texts().get("action.add"), () -> offer);
        thumbnail = pictures ? new ThumbnailBox(this::viewPicture) : null;
        getStyleClass().add("transfers-card");
        getStylesheets().add(String.valueOf(TransferCard.class.getResource("transfers.css")));
        state.letters().getStyleClass().add("transfers-card-state");
        warning.getStyleClass().add("transfers-card-warning");
        warning.setText(formatter.texts().get("program.warning"));
        warning.setGraphic(new Icon(Feather.ALERT_TRIANGLE));
        progress.setMaxWidth(Double.MAX_VALUE);
        names.getStyleClass().add("transfers-card-names");
        buttons.getStyleClass().add("transfers-card-buttons");
        sign.getStyleClass().add("transfers-card-picture");
        sign.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        sign.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        receivers = new ReceiversPane(formatter);
        var text = new VBox(names, size, warning, progress, stateLines, receivers, buttons);
        if (thumbnail != null) text.getChildren().addFirst(thumbnail);
        text.getStyleClass().add("transfers-card-text");
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        setAlignment(Pos.TOP_LEFT);
        setOnDragDetected(this::dragOut);
        getChildren().setAll(sign, text);
    }

    /// The files themselves go to a file manager or another program, as copies.
    private void dragOut(MouseEvent event) {
        OfferViewModel shown = offer;
        List<Path> files = shown == null ? List.of() : shown.files();
        if (files.isEmpty()) return;
        Dragboard board = startDragAndDrop(TransferMode.COPY);
        board.setDragView(sign.isVisible() ? sign.snapshot(null, null) : names.snapshot(null, null));
        var content = new ClipboardContent();
        content.putFiles(files.stream().map(Path::toFile).toList());
        board.setContent(content);
        event.consume();
    }

    private static EmojiLabel plain(String styleClass) {
        var label = new EmojiLabel();
        label.setMnemonicParsing(false);
        label.getStyleClass().add(styleClass);
        label.setMinWidth(0);
        return label;
    }

    /// A long name is read to its end: what it is hides there as well as at its beginning.
    private static WrappingLabel wrapping(String styleClass) {
        var label = new WrappingLabel("");
        label.getStyleClass().add(styleClass);
        label.setMinWidth(0);
        return label;
    }

    /// Shows this offer from now on; null: nothing, and is detached from the last one.
    public void show(@Nullable OfferViewModel next) {
        OfferViewModel before = offer;
        if (before == next) return;
        if (before != null) {
            before.stateProperty().removeListener(changed);
            before.busyProperty().removeListener(changed);
            before.toldProperty().removeListener(changed);
            before.openableProperty().removeListener(changed);
            before.detached();
            if (thumbnail != null) detachPicture(before.picture());
        }
        offer = next;
        aim = null;
        turn = null;
        isBarPlaced = false;
        stateLines.forget();
        if (next == null) return;
        next.attached();
        next.stateProperty().addListener(changed);
        next.busyProperty().addListener(changed);
        next.toldProperty().addListener(changed);
        next.openableProperty().addListener(changed);
        if (thumbnail != null) attachPicture(next.picture());
        named = List.of();
        showState();
        showPicture();
    }

    /// Whether files can be added here may have changed.
    public void look() {
        if (offer != null) showButtons(offer);
    }

    private void attachPicture(OfferPicture picture) {
        picture.attached();
        picture.sizeProperty().addListener(pictured);
        picture.thumbnailProperty().addListener(pictured);
    }

    private void detachPicture(OfferPicture picture) {
        picture.sizeProperty().removeListener(pictured);
        picture.thumbnailProperty().removeListener(pictured);
        picture.detached();
    }

    private void viewPicture() {
        if (offer != null) offer.viewPicture();
    }

    private void showPicture() {
        ThumbnailBox shown = thumbnail;
        OfferViewModel now = offer;
        PictureSize known = now == null ? null : now.picture().sizeProperty().get();
        isSigned = shown == null || known == null;
        showSign(getWidth());
        if (shown == null) return;
        Visibility.show(shown, known != null);
        if (now == null || known == null) return;
        shown.reserve(known);
        shown.show(now.picture().thumbnailProperty().get());
        shown.setAccessibleText(formatter.picture(now));
    }

    private void showNames(OfferFacts facts, List<String> wholes) {
        if (wholes.equals(named)) return;
        named = wholes;
        List<FileName> files = wholes.stream().map(FileName::of).toList();
        FileKind kind = files.isEmpty() ? FileKind.OTHER : files.getFirst().kind();
        icon.show(facts.folders() > 0 ? Feather.FOLDER : facts.files() > 1 ? Feather.COPY : picture(kind));
        names.getChildren().clear();
        int shown = Math.min(files.size(), NAMES_SHOWN);
        for (int i = 0; i < shown; i++) {
            names.getChildren().add(facts.isFiles() ? name(wholes.get(i), files.get(i)) : item(facts, wholes.get(i)));
        }
        long beyond = facts.beyond(shown);
        if (beyond != 0) {
            Label more = wrapping("transfers-card-more");
            more.setText(formatter.more(beyond));
            names.getChildren().add(more);
        }
        boolean programs = facts.isFiles() && files.stream().anyMatch(file -> file.kind() == FileKind.PROGRAM);
        Visibility.show(warning, !facts.own() && programs);
    }

    /// A folder, or where folders and files stand beside each other one of these: only the manifest tells them apart.
    private HBox item(OfferFacts facts, String whole) {
        Label name = stem(whole, whole);
        if (!facts.isFolder()) return new HBox(name);
        Label kind = plain("transfers-card-extension");
        kind.setText(formatter.texts().get("folder"));
        kind.getStyleClass().add("transfers-card-no-extension");
        return new FileNameLine(name, kind);
    }

    private static Label stem(String whole, String shown) {
        Label stem = wrapping("transfers-card-name");
        stem.setText(PeerText.line(PeerText.withoutMiddle(shown, NAME_CHARACTERS_MAX)));
        stem.setAccessibleText(PeerText.line(shown));
        stem.setTooltip(new TextTooltip(PeerText.line(whole)));
        return stem;
    }

    private HBox name(String whole, FileName file) {
        Label stem = stem(whole, file.stem());
        Label extension = plain("transfers-card-extension");
        extension.setText(
                file.extension().isEmpty() ? formatter.texts().get("no-extension") : PeerText.line(file.extension()));
        if (file.extension().isEmpty()) extension.getStyleClass().add("transfers-card-no-extension");
        if (file.kind() == FileKind.PROGRAM) extension.getStyleClass().add("transfers-card-program");
        return new FileNameLine(stem, extension);
    }

    private static Feather picture(FileKind kind) {
        return switch (kind) {
            case PICTURE -> Feather.IMAGE;
            case SOUND -> Feather.MUSIC;
            case FILM -> Feather.FILM;
            case ARCHIVE -> Feather.ARCHIVE;
            case TEXT -> Feather.FILE_TEXT;
            case PROGRAM -> Feather.TERMINAL;
            case OTHER -> Feather.FILE;
        };
    }

    /// An offer that nobody answered yet keeps a place free for the bar: accepted, it keeps its height, and the buttons
    /// of the next one stay under the mouse. So they do when all has arrived.
    private void showState() {
        OfferViewModel shown = offer;
        if (shown == null) return;
        showNames(shown.facts(), shown.names());
        size.setText(formatter.about(shown));
        state.setText(OfferFormatter.isTold(shown) ? "" : formatter.state(shown));
        Visibility.show(stateLines, !state.text().isEmpty());
        double part = part(shown.state());
        progress.setVisible(part >= 0);
        isBarPlaced |= part >= 0 || shown.state() instanceof OfferState.Asked;
        progress.setManaged(isBarPlaced);
        if (part >= 0) progress.setProgress(Appearance.steps(this, part));
        receivers.show(shown);
        showButtons(shown);
        setAccessibleText(formatter.spoken(shown));
    }

    /// How much of it is there, 0 to 1; negative where no bar is shown.
    private static double part(OfferState state) {
        return switch (state) {
            case OfferState.Running running -> part(running.bytes(), running.total());
            case OfferState.Paused paused -> part(paused.bytes(), paused.total());
            case OfferState.Stalled stalled -> part(stalled.bytes(), stalled.total());
            // an empty bar too: the buttons below stay where they are when the first bytes come
            case OfferState.Away away -> part(away.bytes(), away.total());
            case OfferState.Waiting waiting -> part(waiting.bytes(), waiting.total());
            case OfferState.Loading _, OfferState.Asked _, OfferState.Blocked _, OfferState.Standing _,
                    OfferState.Unreached _, OfferState.Done _, OfferState.Over _,
                    OfferState.Expired _ -> -1;
        };
    }

    private static double part(long bytes, long total) {
        return total <= 0 ? 0 : Math.min(1, (double) bytes / total);
    }

    private void showButtons(OfferViewModel shown) {
        Set<OfferAction> actions = shown.actions();
        Aim next = Aim.of(shown, actions);
        if (!next.equals(aim)) aim = next; // one object as long as it is the same: buttons tell them apart by that
        Set<OfferAction> placed = placed(actions);
        var wanted = new ArrayList<>(placed.stream().map(this::button).toList());
        if (added != null && added.isPossible()) {
            added.button().setDisable(shown.busyProperty().get());
            wanted.addFirst(added.button());
        }
        if (!buttons.getChildren().equals(wanted)) buttons.getChildren().setAll(wanted);
        for (OfferAction each : placed) {
            button(each).setDisable(shown.busyProperty().get() || !actions.contains(each));
        }
        Visibility.show(buttons, !wanted.isEmpty());
    }

    /// The other side may take the pause away at any moment. Its button keeps its place then: what ends the transfer
    /// would come under a mouse that is about to press it.
    private Set<OfferAction> placed(Set<OfferAction> actions) {
        for (OfferAction each : List.of(OfferAction.PAUSE, OfferAction.RESUME)) {
            if (actions.contains(each)) turn = each;
        }
        boolean ends = actions.contains(OfferAction.CANCEL) || actions.contains(OfferAction.WITHDRAW);
        if (turn == null || !ends) return actions;
        Set<OfferAction> placed = EnumSet.of(turn);
        placed.addAll(actions);
        return placed;
    }

    private Button button(OfferAction action) {
        return buttonOf.computeIfAbsent(action, this::made);
    }

    private Button made(OfferAction action) {
        var button = new AimedButton<>(formatter.action(action), () -> aim, aimed -> aimed.offer().act(action));
        if (action == OfferAction.PAUSE) button.takesTurnsWith(formatter.action(OfferAction.RESUME));
        if (action == OfferAction.RESUME) button.takesTurnsWith(formatter.action(OfferAction.PAUSE));
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll(Styles.SMALL, "transfers-card-" + action.name().toLowerCase(Locale.ROOT));
        if (action == OfferAction.ACCEPT) button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    private void showSign(double width) {
        boolean fits = width <= 0 || width >= SIGN_BESIDE_MIN * sign.prefWidth(-1);
        if (sign.isManaged() != (isSigned && fits)) Visibility.show(sign, isSigned && fits);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (width > 0) showSign(width);
        return super.computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        showSign(getWidth());
        super.layoutChildren();
    }
}
