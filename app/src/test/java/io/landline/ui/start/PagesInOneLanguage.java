package io.landline.ui.start;

import io.landline.language.Language;
import io.landline.ui.hostile.Stranger;
import io.landline.ui.page.Clipped;
import io.landline.ui.page.TestedScreen;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.NodeOrientation;

/// Goes through every page in the language that the classes around this one have, and tells what cannot be read.
public final class PagesInOneLanguage implements Function<NodeOrientation, List<String>> {
    private static final double HEIGHT = 700;
    /// Beside the navigation of a window of 480 and of 1,000 pixels.
    private static final double[] WIDTHS = {403, 923};

    @Override
    public List<String> apply(NodeOrientation direction) {
        var cut = new ArrayList<String>();
        for (AnyPage kind : AnyPage.values()) {
            try (AnyPage.Open open = kind.over(Stranger.named("Max"), Language.ENGLISH)) {
                open.view().setNodeOrientation(direction);
                var screen = new TestedScreen(open.view(), WIDTHS[0], HEIGHT);
                for (double width : WIDTHS) {
                    screen.size(width, HEIGHT);
                    for (String each : Clipped.texts(screen, width)) cut.add(kind + " at " + width + ": " + each);
                }
            }
        }
        return cut;
    }
}
