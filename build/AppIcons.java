import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Makes the sizes of the app icon from its SVG source.
///
/// Arguments: the SVG, the folder to write `landline-16.png` … to.
class AppIcons {
    /// What window systems ask for: title bars, task bars, menus, and the large one of installers.
    private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256, 512};

    static void main(String[] args) throws Exception {
        System.setProperty("java.awt.headless", "true");
        var document = new SVGLoader().load(Path.of(args[0]).toUri().toURL(), LoaderContext.createDefault());
        if (document == null) throw new IllegalArgumentException(args[0] + " is no SVG that can be read");
        Path folder = Files.createDirectories(Path.of(args[1]));
        for (int size : SIZES) {
            var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
            var graphics = image.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            document.render((java.awt.Component) null, graphics, new ViewBox(size, size));
            graphics.dispose();
            ImageIO.write(image, "png", folder.resolve("landline-" + size + ".png").toFile());
        }
    }
}
