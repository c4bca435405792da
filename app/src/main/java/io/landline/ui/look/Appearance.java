package io.landline.ui.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.landline.settings.LookSettings.Theme;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;

/// The look of the window: AtlantaFX's Primer in light or dark, our own sheet on top, and the zoom, which is the size
/// of the root's font: every measure of ours is in `em`. JavaFX thread.
public final class Appearance implements AutoCloseable {
    /// At 100 %: what Primer is drawn for.
    public static final double FONT_PX = 14;
    /// A window that is this wide, in `em`, has room for margins around sheets, sections and controls.
    private static final int ROOMY_FROM_EM = 18;
    private static final PseudoClass CRAMPED = PseudoClass.getPseudoClass("cramped");
    private static final Object LETTER_PX = new Object();
    /// The beginning of a style sheet that is an address.
    private static final String TOOLTIPS = "data:text/css,.tooltip%7B-fx-font-size:";
    private static final int[] ICON_SIZES = {16, 24, 32, 48, 64, 128, 256};
    /// Of a bar that may not move smoothly: few enough to be calm, and each is seen.
    private static final int STEPS = 10;

    private final ChangeListener<ColorScheme> systemChanged = (_, _, _) -> apply();
    private Theme theme;

    public Appearance(Theme theme) {
        this.theme = theme;
        Platform.getPreferences().colorSchemeProperty().addListener(systemChanged);
        apply();
    }

    public void theme(Theme chosen) {
        theme = chosen;
        apply();
    }

    private void apply() {
        boolean dark = switch (theme) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        Application.setUserAgentStylesheet(styleSheet(dark));
    }

    /// Primer's, the light or the dark one.
    public static String styleSheet(boolean dark) {
        return dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
    }

    /// Puts our own sheet on a scene and sets its zoom.
    public static void dress(Scene scene, int zoomPercent) {
        Fonts.load();
        String own = Objects.requireNonNull(Appearance.class.getResource("landline.css"), "landline.css")
                .toExternalForm();
        if (!scene.getStylesheets().contains(own)) scene.getStylesheets().add(own);
        ListsOfChoices.place(scene);
        double letterPx = FONT_PX * zoomPercent / 100;
        scene.getRoot().setStyle("-fx-font-size: " + letterPx + "px;");
        zoomTooltips(scene, letterPx);
        if (scene.getProperties().put(LETTER_PX, letterPx) == null) {
            scene.rootProperty().flatMap(Appearance::width).subscribe(_ -> fit(scene));
        }
        fit(scene);
    }

    /// The theme has a size in pixels for tooltips, and `em` would be that of the control below the mouse. Who needs
    /// large letters needs them there too.
    private static void zoomTooltips(Scene scene, double letterPx) {
        String sheet = TOOLTIPS + letterPx + "px%7D";
        if (scene.getStylesheets().contains(sheet)) return;
        scene.getStylesheets().removeIf(each -> each.startsWith(TOOLTIPS));
        scene.getStylesheets().add(sheet);
    }

    /// Where a line holds only a word or two, what is around it gives way: style sheets say how, under `cramped`.
    private static void fit(Scene scene) {
        double width = width(scene.getRoot()).getValue().doubleValue();
        boolean isCramped = scene.getProperties().get(LETTER_PX) instanceof Double letterPx && width > 0
                && width < ROOMY_FROM_EM * letterPx;
        scene.getRoot().pseudoClassStateChanged(CRAMPED, isCramped);
    }

    private static ObservableValue<Number> width(Parent root) {
        return root instanceof Region region ? region.widthProperty() : new SimpleDoubleProperty(0);
    }

    /// Mirrors a scene, with the menus and tooltips over it, for a language that is written from the right.
    public static void mirror(Scene scene, boolean isMirrored) {
        scene.setNodeOrientation(isMirrored ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        Fonts.mirror(scene.getRoot(), isMirrored);
    }

    /// Whether what is shown there is mirrored.
    public static boolean isMirrored(Node node) {
        return node.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
    }

    /// Has a pane begin at the left in any window, as the words of a key. In a mirrored one it stands at the right.
    public static void keepOrder(Node pane, ObjectProperty<Pos> alignment) {
        keepOrder(pane, alignment, Pos.BASELINE_LEFT, Pos.BASELINE_RIGHT);
    }

    /// The same for what is typed into a field. By its baseline it would stand too low in some of them.
    public static void keepOrder(TextField field) {
        keepOrder(field, field.alignmentProperty(), Pos.CENTER_LEFT, Pos.CENTER_RIGHT);
    }

    /// The same where what comes last stands beside the last line of what comes first, as a file's extension.
    public static void keepOrderAtBottom(Node pane, ObjectProperty<Pos> alignment) {
        keepOrder(pane, alignment, Pos.BOTTOM_LEFT, Pos.BOTTOM_RIGHT);
    }

    private static void keepOrder(Node pane, ObjectProperty<Pos> alignment, Pos usual, Pos mirrored) {
        pane.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        pane.parentProperty()
                .flatMap(Node::effectiveNodeOrientationProperty)
                .subscribe(direction -> alignment.set(direction == NodeOrientation.RIGHT_TO_LEFT ? mirrored : usual));
    }

    /// Nothing moves by itself in this scene: as chosen here, else as the system has it.
    public static void reduceMotion(Scene scene, boolean chosen) {
        scene.getPreferences().setReducedMotion(chosen ? Boolean.TRUE : null);
    }

    /// Whether what is shown there may move by itself.
    public static boolean mayMove(Node node) {
        Scene scene = node.getScene();
        return scene == null || !scene.getPreferences().isReducedMotion();
    }

    /// How much a bar shows of this share, from 0 to 1: where nothing may move by itself it goes on in whole tenths.
    public static double steps(Node bar, double share) {
        return mayMove(bar) ? share : Math.floor(share * STEPS) / STEPS;
    }

    /// The app icon in the sizes that window systems ask for.
    public static List<Image> icons() {
        var icons = new ArrayList<Image>();
        for (int size : ICON_SIZES) {
            InputStream picture = Appearance.class.getResourceAsStream("landline-" + size + ".png");
            if (picture != null) icons.add(new Image(picture)); // a run of the classes alone has none
        }
        return icons;
    }

    @Override
    public void close() {
        Platform.getPreferences().colorSchemeProperty().removeListener(systemChanged);
    }
}
