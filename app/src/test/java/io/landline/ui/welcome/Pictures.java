package io.landline.ui.welcome;

import io.landline.picture.Png;
import io.landline.ui.look.Appearance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

/// Pictures of pages, to be looked at. Needs a toolkit, which may be the headless one.
public final class Pictures {
    /// Pulses until styles, sizes and wrapped lines have settled.
    private static final int PULSES = 6;
    private static final int ZOOM_PERCENT = 100;

    private final Path folder;

    public Pictures(Path folder) { this.folder = folder; }

    /// Starts the toolkit.
    public static void start() throws InterruptedException {
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
    }

    /// Both themes, one window.
    public void both(String name, int width, int height, Supplier<Parent> view) throws InterruptedException {
        take(name + "-light", Appearance.styleSheet(false), width, height, view);
        take(name + "-dark", Appearance.styleSheet(true), width, height, view);
    }

    private void take(String name, String theme, int width, int height, Supplier<Parent> view)
            throws InterruptedException {
        var taken = new CountDownLatch(1);
        Platform.runLater(() -> {
            Application.setUserAgentStylesheet(theme);
            var stage = new Stage();
            var scene = new Scene(view.get(), width, height);
            Appearance.dress(scene, ZOOM_PERCENT); // as the window does
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            new AnimationTimer() {
                private int pulses;

                @Override
                public void handle(long now) {
                    if (++pulses < PULSES) return;
                    stop();
                    save(name, stage.getScene().snapshot(null));
                    stage.close();
                    taken.countDown();
                }
            }.start();
        });
        taken.await();
    }

    private void save(String name, WritableImage image) {
        write(image, folder.resolve(name + ".png"));
    }

    /// As a PNG file, in a folder that is made where there is none. JavaFX thread.
    public static void write(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, Png.of(width, height, pixels));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println(file);
    }
}
