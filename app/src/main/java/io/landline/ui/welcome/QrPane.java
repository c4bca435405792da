package io.landline.ui.welcome;

import io.nayuki.qrcodegen.QrCode;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// A text as a QR code, black on white in any theme, in whole pixels. JavaFX thread.
final class QrPane extends Region {
    /// The quiet zone that the standard asks for, in modules.
    private static final int QUIET = 4;

    private final QrCode code;
    private final Canvas canvas = new Canvas();

    /// @param name what it is, for those who do not see it
    QrPane(String text, String name) {
        code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name);
        getChildren().add(canvas);
    }

    @Override
    protected void layoutChildren() {
        double side = Math.min(getWidth(), getHeight());
        int modules = code.size + 2 * QUIET;
        double module = Math.max(1, Math.floor(side / modules));
        double whole = module * modules;
        if (canvas.getWidth() != whole) draw(module, whole);
        canvas.relocate(0, 0);
    }

    private void draw(double module, double whole) {
        canvas.setWidth(whole);
        canvas.setHeight(whole);
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.setFill(Color.WHITE);
        pen.fillRect(0, 0, whole, whole);
        pen.setFill(Color.BLACK);
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) pen.fillRect((x + QUIET) * module, (y + QUIET) * module, module, module);
            }
        }
    }
}
