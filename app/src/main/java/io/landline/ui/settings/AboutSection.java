package io.landline.ui.settings;

import io.landline.language.Texts;
import io.landline.ui.control.Paragraph;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Icon;
import io.landline.ui.page.Navigation;
import io.landline.ui.settings.WindowPreferences.About;
import io.landline.ui.text.PeerText;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/// What runs here, and where it keeps its things. JavaFX thread.
final class AboutSection extends Section {
    AboutSection(About about, Navigation navigation, Texts texts) {
        super(Feather.INFO, texts.get("about"));
        String path = PeerText.line(about.profile().toString());
        var profile = new WrappingLabel(path);
        profile.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        profile.getStyleClass().add("settings-path");
        var open = new Button(texts.get("profile.open"), new Icon(Feather.EXTERNAL_LINK));
        open.setId("open-profile");
        open.setOnAction(_ -> navigation.showInFolder(about.profile()));
        var shortcuts = new Button(texts.get("shortcuts"), new Icon(Feather.COMMAND));
        shortcuts.setId("show-shortcuts");
        shortcuts.setOnAction(_ -> navigation.shortcuts());
        getChildren().addAll(Paragraph.plain(texts.format("version", about.version())),
                choice(texts.get("profile"), profile, Paragraph.muted(texts.get("profile.meaning")), line(open)),
                line(shortcuts), Paragraph.muted(texts.get("licences")));
    }
}
