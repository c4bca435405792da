package io.landline.ui.lab;

import static java.util.Objects.requireNonNull;

import io.landline.language.Texts;
import io.landline.picture.Png;
import io.landline.ui.lab.card.BenchViewModel;
import io.landline.ui.lab.card.CardFormatter;
import io.landline.ui.lab.diagram.ChartPane;
import io.landline.ui.lab.diagram.LadderPane;
import io.landline.ui.look.Appearance;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Pictures of diagram and charts, made of ones of their own beside the window: whole, and light, as they are for
/// paper. JavaFX thread.
final class WirePicture {
    /// As wide as a page at a resolution that prints well.
    private static final double WIDTH_PX = 960;
    /// The newest; more would be a strip that no page takes.
    static final int RUNGS_MAX = 100;
    private static final int ZOOM_PERCENT = 100;
    /// Charts find out their axes, then their marks.
    private static final int LAYOUTS = 3;

    /// As the screen gave it: to make a file of it takes long, and is done elsewhere.
    record Pixels(int width, int height, int[] argb) {
        byte[] png() {
            return Png.of(width, height, argb);
        }
    }

    private WirePicture() {}

    static Pixels ofLadder(BenchViewModel bench, CardFormatter formatter, Texts texts) {
        return of(LadderPane.whole(bench, formatter, texts, RUNGS_MAX));
    }

    static Pixels ofChart(BenchViewModel bench, CardFormatter formatter, Texts texts) {
        var chart = new ChartPane(bench, formatter, texts);
        try {
            return of(chart);
        } finally {
            chart.close();
        }
    }

    private static Pixels of(Parent view) {
        var scene = new Scene(view, WIDTH_PX, 1);
        scene.setUserAgentStylesheet(Appearance.styleSheet(false));
        Appearance.dress(scene, ZOOM_PERCENT);
        scene.getStylesheets().add(requireNonNull(LabPage.class.getResource("lab.css")).toExternalForm());
        for (int i = 0; i < LAYOUTS; i++) {
            view.applyCss();
            view.resize(WIDTH_PX, view.prefHeight(WIDTH_PX));
            view.layout();
        }
        WritableImage image = view.snapshot(null, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return new Pixels(width, height, argb);
    }
}
