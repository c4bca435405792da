package io.landline.ui.transfers;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.ui.control.BesideOrBelow;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.RowInSight;
import io.landline.ui.control.RowKeys;
import io.landline.ui.control.Visibility;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Icon;
import io.landline.ui.page.Page;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.AmountFormatter;
import io.landline.ui.transfers.state.OfferAction;
import java.time.LocalDate;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Files on their way, and those that arrived in the last days. JavaFX thread.
public final class TransfersPage implements Page {
    /// Of the title's letters: in less, it would break where both speeds stand beside it.
    private static final double SPEEDS_BESIDE_MIN_EM = 16;

    private final TransfersViewModel model;
    private final Texts texts;
    private final AmountFormatter amounts;
    private final ListView<TransferRow> list = new ListView<>();
    private final SpeedLimit limit;
    private final MenuButton limits = new MenuButton();
    private final Label receiving = speed(Feather.ARROW_DOWN, "transfers-receiving");
    private final Label sending = speed(Feather.ARROW_UP, "transfers-sending");
    private final VBox empty;
    private Subscription limitShown = Subscription.EMPTY;
    private Subscription failedShown = Subscription.EMPTY;
    private final Button retry = new Button();
    private final VBox root;
    private final ChangeListener<Number> speeds = (_, _, _) -> showSpeeds();
    private final InvalidationListener rows = _ -> showEmpty();

    /// @param model shared with the timelines; its maker closes it
    /// @param limit lasts longer than the page
    public TransfersPage(PageContext context, TransfersViewModel model, SpeedLimit limit) {
        this.model = model;
        this.limit = limit;
        texts = context.texts(TransfersPage.class);
        amounts = new AmountFormatter(context.language());
        empty = empty();
        list.setId("transfers");
        list.getStyleClass().addAll("transfers-list", "edge-to-edge");
        list.setItems(model.rows());
        list.setCellFactory(_ -> new TransferCell(context, texts));
        context.time().eachDay(list, LocalDate::now);
        list.setAccessibleText(texts.get("title"));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        list.addEventFilter(KeyEvent.KEY_PRESSED,
                event -> RowKeys.pressed(event, list, TransferRow.Offer.class::isInstance, this::choose));
        list.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> model.pointedAt(true));
        list.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> model.pointedAt(false));
        var body = new StackPane(list, empty);
        VBox.setVgrow(body, Priority.ALWAYS);
        root = new VBox(head(context), body);
        root.getStyleClass().add("transfers-page");
        root.getStylesheets().add(String.valueOf(TransfersPage.class.getResource("transfers.css")));
        model.totals().receivingProperty().addListener(speeds);
        model.totals().sendingProperty().addListener(speeds);
        model.rows().addListener(rows);
        model.loadedProperty().addListener(rows);
        showSpeeds();
        showEmpty();
    }

    private VBox head(PageContext context) {
        Label title = Paragraph.styled(texts.get("title"), Styles.TITLE_3);
        limits.setId("speed-limit");
        limits.setMnemonicParsing(false);
        limits.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        limits.setAccessibleHelp(texts.get("limit.help"));
        limits.setTooltip(new TextTooltip(texts.get("limit.help")));
        var group = new ToggleGroup();
        limits.getItems().add(choice(SpeedLimit.NONE, group));
        for (long each : SpeedLimit.CHOICES) limits.getItems().add(choice(each, group));
        limitShown = limit.chosenProperty().subscribe(now -> limits.setText(limitWords(now.longValue())));
        retry.setId("retry-failed");
        retry.setMnemonicParsing(false);
        retry.getStyleClass().add(Styles.SMALL);
        retry.managedProperty().bind(retry.visibleProperty());
        retry.setOnAction(_ -> model.retryFailed(tried -> context.notices()
                .news(texts.format("retry.tried", tried))));
        failedShown = model.totals().failedProperty().subscribe(count -> {
            retry.setVisible(count.intValue() > 0);
            retry.setText(texts.format("retry.failed", count.intValue()));
        });
        var speeds = new HBox(receiving, sending);
        speeds.getStyleClass().add("transfers-head-line");
        var above = new BesideOrBelow(title, speeds, SPEEDS_BESIDE_MIN_EM, title.fontProperty());
        Label until = Paragraph.muted(texts.get("limit.until"));
        until.setId("limit-until");
        until.visibleProperty().bind(limit.chosenProperty().isNotEqualTo(SpeedLimit.NONE));
        until.managedProperty().bind(until.visibleProperty());
        var tools = new ControlLine(limits, until, retry); // in a narrow window all of it has no room beside the title
        tools.getStyleClass().add("transfers-card-buttons");
        var head = new VBox(above, tools);
        head.getStyleClass().add("transfers-head");
        return head;
    }

    private RadioMenuItem choice(long bytesPerSecond, ToggleGroup group) {
        var item = new RadioMenuItem(
                bytesPerSecond == SpeedLimit.NONE ? texts.get("limit.none") : amounts.rate(bytesPerSecond));
        item.setId("limit-" + bytesPerSecond);
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(limit.chosenProperty().get() == bytesPerSecond);
        item.setOnAction(_ -> limit.choose(bytesPerSecond));
        return item;
    }

    private String limitWords(long bytesPerSecond) {
        return bytesPerSecond == SpeedLimit.NONE
                ? texts.get("limit.none")
                : texts.format("limit.chosen", amounts.rate(bytesPerSecond));
    }

    private static Label speed(Feather direction, String id) {
        var label = new Label("", new Icon(direction));
        label.setId(id);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add("transfers-speed");
        return label;
    }

    private VBox empty() {
        var icon = new Icon(Feather.DOWNLOAD_CLOUD);
        Label title = Paragraph.styled(texts.get("empty.title"), Styles.TITLE_4);
        var text = new WrappingLabel(texts.get("empty.text"));
        text.getStyleClass().add("transfers-empty-text");
        var box = new VBox(icon, title, text);
        box.setId("transfers-empty");
        box.getStyleClass().add("transfers-empty");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private void showEmpty() {
        boolean isEmpty = model.rows().isEmpty();
        empty.setVisible(isEmpty && model.loadedProperty().get());
        list.setVisible(!isEmpty);
    }

    private void showSpeeds() {
        show(receiving, model.totals().receivingProperty().get(), "speed.receiving");
        show(sending, model.totals().sendingProperty().get(), "speed.sending");
    }

    private void show(Label label, long rate, String spoken) {
        label.setText(amounts.rate(rate));
        label.setAccessibleText(texts.format(spoken, amounts.rate(rate)));
        Visibility.show(label, rate > 0);
    }

    private void choose(int index) {
        list.getSelectionModel().clearAndSelect(index);
        list.getFocusModel().focus(index);
        RowInSight.show(list, index, 1); // its heading too
    }

    /// Enter does what is offered first; the space bar pauses and goes on. Nothing that cannot be taken back has a
    /// single key.
    private void pressed(KeyEvent event) {
        if (!(list.getSelectionModel().getSelectedItem() instanceof TransferRow.Offer(var offer))) return;
        List<OfferAction> wanted = switch (event.getCode()) {
            case KeyCode.ENTER -> List.of(OfferAction.ACCEPT, OfferAction.OPEN, OfferAction.SHOW, OfferAction.RESUME,
                    OfferAction.RETRY);
            case KeyCode.SPACE -> List.of(OfferAction.PAUSE, OfferAction.RESUME);
            default -> List.of();
        };
        for (OfferAction action : wanted) {
            if (!offer.actions().contains(action)) continue;
            offer.act(action);
            event.consume();
            return;
        }
    }

    @Override
    public Parent view() {
        return root;
    }

    @Override
    public void shown() {
        model.refresh();
        list.requestFocus();
    }

    @Override
    public void hidden() {
        model.pointedAt(false);
    }

    @Override
    public void close() {
        model.pointedAt(false);
        model.totals().receivingProperty().removeListener(speeds);
        model.totals().sendingProperty().removeListener(speeds);
        model.rows().removeListener(rows);
        model.loadedProperty().removeListener(rows);
        limitShown.unsubscribe();
        failedShown.unsubscribe();
        list.setItems(null);
    }
}
