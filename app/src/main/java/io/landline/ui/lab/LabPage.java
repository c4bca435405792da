package io.landline.ui.lab;

import static java.util.Objects.requireNonNull;

import atlantafx.base.theme.Styles;
import io.landline.labprograms.LabSystem;
import io.landline.labprograms.LabSystems;
import io.landline.language.Texts;
import io.landline.ui.control.BarPlace;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.InputField;
import io.landline.ui.control.Visibility;
import io.landline.ui.lab.card.BenchViewModel;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Icon;
import io.landline.ui.page.Page;
import io.landline.ui.page.PageContext;
import io.landline.ui.page.PagePart;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The Lab: choose a system, start its servers and clients side by side, and see what passes between them. JavaFX
/// thread.
public final class LabPage implements Page {
    /// In `em`: below, the list of systems is a box to choose from above the cards.
    private static final double NARROW_EM = 52;
    private static final int ROWS_OF_BOX = 12;
    /// Of running programs: the line below the list keeps the room that each of these takes.
    private static final int[] COUNTS = {0, 1, 2, 12};

    private final PageContext context;
    private final SaveDialog choice;
    private final LabViewModel model;
    private final Texts texts;
    private final BorderPane root = new BorderPane() {
        @Override
        protected void layoutChildren() {
            arrange(); // here and not when the font changes: the parts are being styled then
            super.layoutChildren();
        }
    };
    private final ListView<LabSystem> list = new ListView<>();
    private final ComboBox<LabSystem> box = new ComboBox<>();
    private final Label running = new WrappingLabel("");
    private final Button stop = new Button();
    private final ControlLine runningLine = new ControlLine();
    private final ScrollPane scroll = new ScrollPane();
    private final VBox side = new VBox();
    private final VBox above = new VBox();
    private final Subscription subscription;
    private BenchPane bench;
    private boolean isArranged;
    private boolean isNarrow;

    /// @param model shared with the pages after this one; its maker closes it
    public LabPage(PageContext context, LabViewModel model) { this(context, model, SaveDialog.ofSystem()); }

    /// @param choice where exported files go
    LabPage(PageContext context, LabViewModel model, SaveDialog choice) {
        this.choice = choice;
        this.context = context;
        this.model = model;
        texts = context.texts(LabPage.class);
        choices();
        runningLine();
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        BarPlace.keep(scroll); // cards of another width have other heights, and more would move
        scroll.getStyleClass().addAll("lab-scroll", "edge-to-edge");
        bench = new BenchPane(context, model.bench(model.chosen().get()), texts, choice);
        scroll.setContent(bench);
        root.setId("lab");
        root.getStyleClass().add("lab");
        root.setTop(above);
        root.setLeft(side);
        root.setCenter(scroll); // the last one: Tab goes by this order
        root.getStylesheets()
                .addAll(InputField.styleSheet(), requireNonNull(LabPage.class.getResource("lab.css")).toExternalForm());
        arrange();
        subscription = Subscription.combine(model.chosen().subscribe(this::choose),
                model.running().subscribe(this::showRunning), running.fontProperty().subscribe(root::requestLayout));
        list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        box.valueProperty().subscribe(this::chosen);
    }

    private void choices() {
        list.setId("lab-systems");
        list.getStyleClass().addAll("edge-to-edge", "lab-systems");
        list.setAccessibleText(texts.get("systems"));
        list.getItems().setAll(LabSystems.ALL);
        list.setCellFactory(_ -> new SystemCell(model, texts));
        VBox.setVgrow(list, Priority.ALWAYS);
        side.getStyleClass().add("lab-side");
        box.setId("lab-system");
        box.setAccessibleText(texts.get("systems"));
        box.getItems().setAll(LabSystems.ALL);
        box.setCellFactory(_ -> new SystemCell(model, texts));
        box.setVisibleRowCount(ROWS_OF_BOX);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable LabSystem system) {
                return system == null ? "" : texts.get("system." + system.key() + ".name");
            }

            @Override
            public @Nullable LabSystem fromString(String name) {
                return null; // nobody types it
            }
        });
        above.getStyleClass().add("lab-above");
    }

    /// It is there also while nothing runs: one that comes and goes would move the list above it, or the cards below.
    private void runningLine() {
        running.setId("lab-running");
        var said = new StackPane();
        said.setAlignment(Pos.CENTER_LEFT);
        for (int each : COUNTS) {
            var room = new WrappingLabel(texts.format("running", each));
            room.setVisible(false);
            said.getChildren().add(room);
        }
        said.getChildren().add(running);
        stop.setText(texts.get("stop-all"));
        stop.setGraphic(new Icon(Feather.SQUARE));
        stop.setId("lab-stop-all");
        stop.getStyleClass().addAll(Styles.SMALL);
        stop.setOnAction(_ -> model.stopAll());
        runningLine.getStyleClass().addAll("lab-line", "lab-running-line");
        runningLine.getChildren().setAll(said, stop);
    }

    private void showRunning(Number number) {
        running.setText(texts.format("running", number));
        stop.setDisable(number.intValue() == 0);
        list.refresh();
    }

    private void chosen(@Nullable LabSystem system) {
        if (system != null) model.chosen().set(system);
    }

    private void choose(LabSystem system) {
        list.getSelectionModel().select(system);
        box.setValue(system);
        BenchViewModel wanted = model.bench(system);
        if (bench.shows(wanted)) return;
        bench.close();
        bench = new BenchPane(context, wanted, texts, choice);
        scroll.setContent(bench);
        scroll.setVvalue(0);
    }

    private void arrange() {
        boolean narrow = root.getWidth() > 0 && root.getWidth() < NARROW_EM * running.getFont().getSize();
        if (isArranged && narrow == isNarrow) return;
        isArranged = true;
        isNarrow = narrow;
        side.getChildren().clear();
        above.getChildren().clear();
        if (narrow) {
            above.getChildren().setAll(box, runningLine);
        } else {
            side.getChildren().setAll(list, runningLine);
        }
        Visibility.show(side, !narrow);
        Visibility.show(above, narrow);
    }

    @Override
    public Parent view() {
        return root;
    }

    @Override
    public void shown() {
        if (list.getScene() != null) {
            list.requestFocus();
        } else {
            box.requestFocus();
        }
    }

    @Override
    public List<PagePart> parts() {
        return List.of(new PagePart(side, list::requestFocus), new PagePart(above, box::requestFocus),
                PagePart.of(scroll));
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        bench.close();
    }
}
