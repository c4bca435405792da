package io.landline.ui.transfers;

import io.landline.picture.PictureSize;
import io.landline.ui.control.Visibility;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Appearance;
import io.landline.ui.look.Icon;
import io.landline.ui.page.PageContext;
import io.landline.ui.paragraph.WrappingText;
import io.landline.ui.transfers.file.ThumbnailBox;
import io.landline.ui.transfers.state.OfferState;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
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

    private final OfferFormatter formatter;
    private final Icon icon = new Icon(Feather.FILE);
    private final CardNames names;
    private final Label size = CardNames.wrapping("transfers-card-size");
    private final WrappingText state = new WrappingText("");
    private final KeptHeight stateLines = new KeptHeight(state);
    private final Label warning = new WrappingLabel("");
    private final ProgressBar progress = new ProgressBar();
    private final CardButtons buttons;
    private final ReceiversPane receivers;
    private final StackPane sign = new StackPane(icon);
    /// Null where the card has no place for pictures.
    private final @Nullable ThumbnailBox thumbnail;
    private final ChangeListener<Object> changed = (_, _, _) -> showState();
    private final ChangeListener<@Nullable Object> pictured = (_, _, _) -> showPicture();
    /// Whether it has a sign where there is room for one.
    private boolean isSigned = true;
    private @Nullable OfferViewModel offer;
    /// Whether this card had a bar, or a place for one, for this offer.
    private boolean isBarPlaced;

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
        names = new CardNames(formatter);
        buttons = new CardButtons(formatter, further == null
                ? null
                : new AddedFiles(this, further, formatter.texts().get("action.add"), () -> offer));
        thumbnail = pictures ? new ThumbnailBox(this::viewPicture) : null;
        getStyleClass().add("transfers-card");
        getStylesheets().add(String.valueOf(TransferCard.class.getResource("transfers.css")));
        state.letters().getStyleClass().add("transfers-card-state");
        warning.getStyleClass().add("transfers-card-warning");
        warning.setText(formatter.texts().get("program.warning"));
        warning.setGraphic(new Icon(Feather.ALERT_TRIANGLE));
        progress.setMaxWidth(Double.MAX_VALUE);
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
        buttons.forget();
        isBarPlaced = false;
        stateLines.forget();
        if (next == null) return;
        next.attached();
        next.stateProperty().addListener(changed);
        next.busyProperty().addListener(changed);
        next.toldProperty().addListener(changed);
        next.openableProperty().addListener(changed);
        if (thumbnail != null) attachPicture(next.picture());
        names.forget();
        showState();
        showPicture();
    }

    /// Whether files can be added here may have changed.
    public void look() {
        if (offer != null) buttons.show(offer);
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

    private void showNames(OfferViewModel shown) {
        if (!names.show(shown.facts(), shown.names())) return;
        icon.show(names.sign());
        Visibility.show(warning, !shown.facts().own() && names.holdProgram());
    }

    /// An offer that nobody answered yet keeps a place free for the bar: accepted, it keeps its height, and the buttons
    /// of the next one stay under the mouse. So they do when all has arrived.
    private void showState() {
        OfferViewModel shown = offer;
        if (shown == null) return;
        showNames(shown);
        size.setText(formatter.about(shown));
        state.setText(OfferFormatter.isTold(shown) ? "" : formatter.state(shown));
        Visibility.show(stateLines, !state.text().isEmpty());
        double part = part(shown.state());
        progress.setVisible(part >= 0);
        isBarPlaced |= part >= 0 || shown.state() instanceof OfferState.Asked;
        progress.setManaged(isBarPlaced);
        if (part >= 0) progress.setProgress(Appearance.steps(this, part));
        receivers.show(shown);
        buttons.show(shown);
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
