package io.landline.ui.settings;

import static java.util.Objects.requireNonNull;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.ui.control.BarPlace;
import io.landline.ui.control.InputField;
import io.landline.ui.control.Paragraph;
import io.landline.ui.page.Page;
import io.landline.ui.page.PageContext;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// All that can be chosen, on one page, applied at once. JavaFX thread.
public final class SettingsPage implements Page {
    private final SettingsViewModel model;
    private final YouSection you;
    private final ScrollPane scroll = new ScrollPane();

    public SettingsPage(PageContext context, WindowPreferences window) {
        Texts texts = context.texts(SettingsPage.class);
        var navigation = context.navigation();
        model = new SettingsViewModel(context, window);
        you = new YouSection(model.you(), context.node().self(), texts);
        var column = new VBox(Paragraph.styled(texts.get("title"), Styles.TITLE_3), you,
                new SeenSection(model.seen(), texts),
                new FilesSection(model.files(), navigation, texts), new RoomsSection(model.rooms(), navigation, texts),
                new NetworkSection(model.network(), texts),
                new NotificationsSection(model.notifications(), model.login(), texts),
                new LookSection(model.look(), texts),
                new AboutSection(window.about(), navigation, texts));
        column.getStyleClass().add("settings-column");
        var centred = new StackPane(column);
        centred.getStyleClass().add("settings-page");
        scroll.setContent(centred);
        scroll.setFitToWidth(true);
        BarPlace.keep(scroll);
        scroll.getStyleClass().add("settings-scroll");
        scroll.getStylesheets()
                .addAll(InputField.styleSheet(),
                        requireNonNull(SettingsPage.class.getResource("settings.css")).toExternalForm());
    }

    @Override
    public Parent view() {
        return scroll;
    }

    @Override
    public void shown() {
        model.refresh();
        you.focus();
    }

    /// A name that was typed counts, also where another page is opened by a shortcut.
    @Override
    public void hidden() {
        model.you().apply();
        model.seen().apply();
    }

    @Override
    public void close() {
        model.close();
    }
}
