package io.landline.ui.lab.diagram;

import atlantafx.base.theme.Styles;
import io.landline.capture.HexDump;
import io.landline.lab.LabResult;
import io.landline.language.Texts;
import io.landline.ui.control.Visibility;
import io.landline.ui.lab.card.BenchViewModel;
import io.landline.ui.lab.card.CardFormatter;
import io.landline.ui.lab.wire.TraceRow;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.paragraph.WrappingText;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The trace: a row for each message with time, addresses, bytes as text and in hex, newest at the bottom; the selected
/// one in full below. JavaFX thread.
public final class TracePane extends VBox {
    private final BenchViewModel bench;
    private final CardFormatter formatter;
    private final Texts texts;
    private final ListView<TraceRow> list = new ListView<>();
    private final TailFollower tail = new TailFollower(list);
    private final Label left = new WrappingLabel("");
    private final WrappingText dump = new WrappingText("");
    private final ScrollPane detail = new ScrollPane(dump);
    private final InvalidationListener grown = _ -> tail.follow();
    private final Subscription subscription;

    public TracePane(BenchViewModel bench, CardFormatter formatter, Texts texts) {
        this.bench = bench;
        this.formatter = formatter;
        this.texts = texts;
        list.setId("lab-trace");
        list.getStyleClass().addAll("edge-to-edge", "lab-trace");
        list.setAccessibleText(texts.get("trace"));
        list.setCellFactory(_ -> new RowCell());
        var empty = new WrappingLabel(texts.get("trace.empty"));
        empty.getStyleClass().add("lab-empty");
        list.setPlaceholder(empty);
        list.setItems(bench.rows());
        VBox.setVgrow(list, Priority.ALWAYS);
        left.getStyleClass().addAll(Styles.TEXT_MUTED, "lab-left");
        dump.getStyleClass().add("lab-dump");
        dump.letters().getStyleClass().add("lab-mono");
        detail.setId("lab-detail");
        detail.setFitToWidth(true);
        detail.getStyleClass().add("lab-detail");
        detail.setAccessibleText(texts.get("trace.detail"));
        getChildren().addAll(left, list, detail);
        bench.rows().addListener(grown);
        tail.follow();
        subscription = Subscription.combine(bench.left().subscribe(number -> showLeft(number.longValue())),
                list.getSelectionModel().selectedItemProperty().subscribe(this::showDetail));
    }

    private void showLeft(long number) {
        left.setText(texts.format("trace.left", number));
        Visibility.show(left, number > 0);
    }

    private void showDetail(@Nullable TraceRow row) {
        boolean shown = row != null && (row.result() != null || row.payload().bytes() > 0);
        Visibility.show(detail, shown);
        if (row == null || !shown) return;
        String cut = row.payload().isCut()
                ? texts.format("trace.cut", row.payload().start().length(), row.payload().bytes())
                : "";
        LabResult result = row.result();
        dump.setText(result != null ? formatter.result(result) : HexDump.of(row.payload().start().bytes()) + cut);
        detail.setVvalue(0);
    }

    public void close() {
        bench.rows().removeListener(grown);
        subscription.unsubscribe();
        list.setItems(null);
    }

    private final class RowCell extends ListCell<TraceRow> {
        private final Label time = new Label();
        private final Label what = new Label();
        /// What is no message is told in a sentence, which may be long; an address that is cut off is in the diagram
        /// too.
        private final WrappingLabel sentence = new WrappingLabel("");
        private final Label size = new Label();
        private final Label text = new Label();
        private final Label hex = new Label();
        private final VBox box;

        RowCell() {
            for (Label each : new Label[]{time, what, sentence, size, text, hex}) {
                each.setMnemonicParsing(false);
                each.setMinWidth(0);
            }
            time.getStyleClass().add("lab-time");
            time.setMinWidth(Region.USE_PREF_SIZE);
            size.setMinWidth(Region.USE_PREF_SIZE);
            size.getStyleClass().add(Styles.TEXT_MUTED);
            text.getStyleClass().add("lab-row-text");
            hex.getStyleClass().add("lab-row-hex");
            for (Label each : new Label[]{what, sentence}) {
                HBox.setHgrow(each, Priority.ALWAYS);
                each.setMaxWidth(Double.MAX_VALUE);
            }
            var line = new HBox(time, what, sentence, size);
            line.getStyleClass().add("lab-row-head");
            box = new VBox(line, text, hex);
            box.getStyleClass().add("lab-row");
            box.setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable TraceRow row, boolean isEmpty) {
            super.updateItem(row, isEmpty);
            if (isEmpty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            boolean bytes = row.kind().isMessage();
            String card = formatter.name(bench, row.card());
            time.setText(CardFormatter.millis(row.at()));
            String happened = texts.format("trace.row", card, formatter.happened(row));
            what.setText(bytes ? happened : "");
            sentence.setText(bytes ? "" : happened);
            Visibility.show(what, bytes);
            Visibility.show(sentence, !bytes);
            size.setText(bytes ? texts.format("bytes", row.payload().bytes()) : "");
            text.setText(bytes ? PayloadText.line(row.payload()) : "");
            hex.setText(bytes ? PayloadText.hex(row.payload()) : "");
            Visibility.show(text, bytes);
            Visibility.show(hex, bytes && row.payload().bytes() > 0);
            box.getStyleClass().removeAll("lab-row-in", "lab-row-out");
            if (bytes) box.getStyleClass().add(row.kind() == TraceRow.Kind.IN ? "lab-row-in" : "lab-row-out");
            setGraphic(box);
            setAccessibleText(String.join(" ", time.getText(), happened, size.getText(), text.getText()));
        }

        /// The theme's cells are at least as high as a button; most rows here are lower.
        @Override
        protected double computePrefHeight(double width) {
            return snappedTopInset() + box.prefHeight(width) + snappedBottomInset();
        }
    }
}
