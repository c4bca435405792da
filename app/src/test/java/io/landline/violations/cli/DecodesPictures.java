package io.landline.violations.cli;

import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/// Breaks "only the child decodes pictures".
class DecodesPictures {
    int width(File file) throws IOException {
        return ImageIO.read(file).getWidth();
    }
}
