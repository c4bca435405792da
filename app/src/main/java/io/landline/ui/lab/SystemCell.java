package io.landline.ui.lab;

import atlantafx.base.theme.Styles;
import io.landline.labprograms.LabSystem;
import io.landline.language.Texts;
import io.landline.ui.control.Visibility;
import io.landline.ui.label.WrappingLabel;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A row of the list of systems: its name, a short word on it, and how many of its programs run. JavaFX thread.
final class SystemCell extends ListCell<LabSystem> {
    private final LabViewModel model;
    private final Texts texts;
    private final Label name = new Label();
    private final Label word = new WrappingLabel("");
    private final Label running = new Label();
    private final VBox box;

    SystemCell(LabViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        for (Label each : new Label[]{name, word, running}) {
            each.setMnemonicParsing(false);
            each.setMinWidth(0);
        }
        name.getStyleClass().add(Styles.TEXT_BOLD);
        word.getStyleClass().addAll(Styles.TEXT_MUTED, "lab-system-word");
        running.getStyleClass().add("lab-running");
        running.setMinWidth(USE_PREF_SIZE);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        // beside the name: the word keeps its lines when the number comes, and the rows below their place
        var above = new HBox(name, running);
        above.getStyleClass().add("lab-system-name");
        box = new VBox(above, word);
        box.setMinWidth(0);
        box.getStyleClass().add("lab-system");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable LabSystem system, boolean empty) {
        super.updateItem(system, empty);
        if (empty || system == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        int runs = model.running(system);
        name.setText(texts.get("system." + system.key() + ".name"));
        word.setText(texts.get("system." + system.key() + ".word"));
        running.setText(String.valueOf(runs));
        Visibility.show(running, runs > 0);
        setGraphic(box);
        String spoken = texts.list(List.of(name.getText(), word.getText()));
        setAccessibleText(runs == 0 ? spoken : texts.format("system.spoken", spoken, runs));
    }

    /// As high as the wrapped words need in this list.
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null || getListView() == null) return super.computePrefHeight(width);
        double sides = snappedLeftInset() + snappedRightInset();
        double inside = Math.max(0, getListView().getWidth() - sides);
        return snappedTopInset() + box.prefHeight(width < 0 ? inside : width - sides) + snappedBottomInset();
    }
}
