package io.landline.ui.network;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import io.landline.language.Texts;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.Visibility;
import io.landline.ui.fx.FxThread;
import io.landline.ui.label.FieldPrompt;
import io.landline.ui.label.TypedEmoji;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Icon;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The datagrams as they pass, and the one that was chosen below them. JavaFX thread.
final class DatagramsPane extends VBox {
    private static final double LIST_SHARE = 0.5;
    /// The height of a row, in `em`: all are alike, so that thousands cost no more than those in sight.
    private static final double ROW = 2;

    private final NetworkViewModel model;
    private final Texts texts;
    private final ListView<DatagramRow> list;
    private final DatagramHeadings headings;
    private final FollowedList<DatagramRow> followed;
    private final SplitPane split = new SplitPane();
    private final DatagramDetails details;
    private final CustomTextField sought = new CustomTextField();
    private final WrappingLabel state = new WrappingLabel("");
    private final Button newest = new Button();
    private final EmptyList empty;
    private final Button showAll = new Button();

    DatagramsPane(NetworkViewModel model, Texts texts, DatagramFormatter formatter, DatagramColumns columns,
            FxThread fx) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("network-datagrams");
        list = new ListView<>(model.rows());
        list.setId("datagrams");
        list.setAccessibleText(texts.get("datagrams"));
        list.getStyleClass().addAll("network-list", Tweaks.EDGE_TO_EDGE);
        list.setCellFactory(_ -> new DatagramCell(formatter, columns));
        state.getStyleClass().add("network-state");
        state.fontProperty().subscribe(font -> list.setFixedCellSize(Math.rint(ROW * font.getSize())));
        followed = new FollowedList<>(list, model.following(), fx);
        details = new DatagramDetails(texts, formatter, this::closeDetails);
        list.getSelectionModel().selectedItemProperty().subscribe(this::open);
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && split.getItems().contains(details)) {
                closeDetails();
                event.consume();
            }
        });
        empty = new EmptyList(Feather.RADIO, "datagrams-empty");
        showAll.setText(texts.get("filter.none"));
        showAll.setId("show-all");
        showAll.setMnemonicParsing(false);
        showAll.setOnAction(_ -> model.showAll());
        empty.getChildren().add(showAll);
        newest.setId("network-newest");
        newest.setMnemonicParsing(false);
        newest.setGraphic(new Icon(Feather.ARROW_DOWN));
        newest.getStyleClass().addAll(Styles.ROUNDED, Styles.ACCENT, Styles.ELEVATED_1, "network-newest");
        newest.setOnAction(_ -> {
            model.following().set(true);
            list.requestFocus();
        });
        StackPane.setAlignment(newest, Pos.BOTTOM_CENTER);
        split.setOrientation(Orientation.VERTICAL);
        headings = new DatagramHeadings(list, texts, formatter.timeOfDay(), columns);
        headings.managedProperty().bind(headings.visibleProperty());
        var below = new StackPane(list, empty, newest);
        below.getStyleClass().add("network-rows");
        var rows = new VBox(headings, below);
        VBox.setVgrow(below, Priority.ALWAYS);
        split.getItems().add(rows);
        split.getStyleClass().add("network-split");
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(filterLine(formatter, columns), split, state);
        model.rows().addListener((ListChangeListener<DatagramRow>) _ -> showState());
        for (var each : new ObservableValue<?>[]{model.loaded(), model.kept(), model.fellOff(), model.fresh(),
                model.following(), model.paused()}) {
            each.subscribe(_ -> showState());
        }
    }

    private ControlLine filterLine(DatagramFormatter formatter, DatagramColumns columns) {
        sought.setId("network-filter");
        FieldPrompt.put(sought, texts.get("filter.words"));
        sought.setAccessibleText(texts.get("filter.words"));
        sought.setLeft(new Icon(Feather.SEARCH));
        sought.textProperty().bindBidirectional(model.sought());
        sought.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !sought.getText().isEmpty()) {
                sought.clear();
                event.consume();
            }
        });
        var kinds = new KindsMenu(model, texts, formatter);
        var interfaces = new InterfacesMenu(model, texts, formatter);
        columns.word(kinds);
        columns.word(interfaces);
        var line = new ControlLine(sought, kinds, interfaces, new TypedEmoji(sought));
        line.getStyleClass().add("network-filter");
        return line;
    }

    private void open(@Nullable DatagramRow row) {
        if (row == null) return;
        details.show(row);
        if (split.getItems().contains(details)) return;
        split.getItems().add(details);
        split.setDividerPositions(LIST_SHARE);
    }

    private void closeDetails() {
        list.getSelectionModel().clearSelection();
        split.getItems().remove(details);
        list.requestFocus();
    }

    private void showState() {
        boolean none = model.rows().isEmpty();
        headings.setVisible(!none);
        empty.setVisible(none && model.loaded().get());
        boolean filtered = model.kept().get() > 0;
        Visibility.show(showAll, filtered);
        if (filtered) {
            empty.say(texts.get("empty.filtered"), texts.get("empty.filtered.text"));
        } else if (model.paused().get()) {
            empty.say(texts.get("empty.paused"), texts.get("empty.paused.text"));
        } else {
            empty.say(texts.get("empty.nothing"), texts.get("empty.nothing.text"));
        }
        long fresh = model.fresh().get();
        boolean stands = !model.following().get() && !none;
        newest.setVisible(stands);
        String label = fresh > 0 ? texts.format("newest.fresh", fresh) : texts.get("newest");
        newest.setText(label);
        state.setText(stateText());
        Visibility.show(state, !none);
    }

    private String stateText() {
        int shown = model.rows().size();
        String counted = shown == model.kept().get() || !model.isFiltered()
                ? texts.format("state.all", shown)
                : texts.format("state.some", shown, model.kept().get());
        String fell = model.fellOff().get() == 0
                ? ""
                : " " + texts.format("state.fell-off", model.fellOff().get(), DatagramLog.DATAGRAMS_MAX);
        String paused = model.paused().get() ? " " + texts.get("state.paused") : "";
        return counted + fell + paused;
    }

    void focus() {
        list.requestFocus();
    }

    void close() {
        followed.close();
        list.setItems(null);
    }
}
