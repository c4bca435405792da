package io.landline.ui.sheet;

import atlantafx.base.theme.Styles;
import io.landline.ui.control.IconButton;
import io.landline.ui.control.Paragraph;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What a sheet is about, the step that somebody may regret, and the way out. The title wraps; the step goes below it
/// where it would leave it no room. JavaFX thread.
public final class SheetHead extends HBox {
    /// In `em` of the title: in less, it would be a column of syllables.
    private static final double TITLE_MIN_EM = 8;

    private final Label title = Paragraph.styled("", Styles.TITLE_3);
    private final @Nullable Button step;
    private final Button close;

    /// Of a sheet without such a step.
    ///
    /// @param id of the title
    public SheetHead(String id, String closeWords, Runnable leave) { this(id, null, closeWords, leave); }

    /// @param id of the title
    /// @param step asks before it does anything; null for none
    public SheetHead(String id, @Nullable Button step, String closeWords, Runnable leave) {
        this.step = step;
        title.setId(id);
        title.setMinWidth(0);
        close = new IconButton("close-sheet", Feather.X, closeWords);
        close.getStyleClass().add(Styles.FLAT);
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(_ -> leave.run());
        getChildren().add(title);
        if (step != null) {
            step.getStyleClass().addAll(Styles.FLAT, Styles.DANGER);
            getChildren().add(step);
        }
        getChildren().add(close);
        getStyleClass().add("sheet-head");
    }

    /// The keyboard goes to the way out.
    public void focus() {
        close.requestFocus();
    }

    /// @param name safe to show
    public void show(String name) {
        title.setText(name);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double sides() {
        return snappedLeftInset() + snappedRightInset();
    }

    private double wide(@Nullable Button button) {
        return button == null ? 0 : snapSpaceX(getSpacing()) + snapSizeX(button.prefWidth(-1));
    }

    private boolean isBelow(double inner) {
        if (step == null) return false;
        double wanted = Math.min(title.prefWidth(-1), TITLE_MIN_EM * title.getFont().getSize());
        return inner - wide(close) - wide(step) < wanted;
    }

    private double titleWidth(double inner) {
        return Math.max(0, inner - wide(close) - (isBelow(inner) ? 0 : wide(step)));
    }

    private double lineHeight(double inner) {
        double high = Math.max(title.prefHeight(titleWidth(inner)), close.prefHeight(-1));
        return snapSizeY(step == null || isBelow(inner) ? high : Math.max(high, step.prefHeight(-1)));
    }

    @Override
    protected double computeMinWidth(double height) {
        return sides() + Math.max(wide(close), step == null ? 0 : step.minWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return sides() + snapSizeX(title.prefWidth(-1)) + wide(step) + wide(close);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = (width < 0 ? computePrefWidth(-1) : width) - sides();
        double below = step == null || !isBelow(inner) ? 0 : snapSpaceY(getSpacing()) + snapSizeY(step.prefHeight(-1));
        return snappedTopInset() + lineHeight(inner) + below + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double inner = getWidth() - sides();
        double x = snappedLeftInset();
        double y = snappedTopInset();
        double line = lineHeight(inner);
        double wide = titleWidth(inner);
        double high = title.prefHeight(wide);
        double upper = close.prefHeight(-1); // stands at the first line of a title of several
        title.resizeRelocate(x, y + snapPositionY(Math.max(0, Math.max(upper, high) - high) / 2), wide, high);
        double closeWide = snapSizeX(close.prefWidth(-1));
        close.resizeRelocate(x + inner - closeWide, y, closeWide, upper);
        if (step == null) return;
        double stepHigh = snapSizeY(step.prefHeight(-1));
        double stepWide = snapSizeX(step.prefWidth(-1));
        if (isBelow(inner)) {
            step.resizeRelocate(x, y + line + snapSpaceY(getSpacing()), Math.min(inner, stepWide), stepHigh);
        } else {
            step.resizeRelocate(x + inner - wide(close) - stepWide,
                    y + snapPositionY(Math.max(0, upper - stepHigh) / 2), stepWide, stepHigh);
        }
    }
}
