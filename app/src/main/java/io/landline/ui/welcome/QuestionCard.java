package io.landline.ui.welcome;

import atlantafx.base.theme.Styles;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/// What is asked before a second room of one name is created. JavaFX thread.
final class QuestionCard extends ChoiceCard {
    QuestionCard(WelcomeViewModel model, Texts texts, WelcomeStep.AskingToJoin asking, Runnable join) {
        super(Feather.HELP_CIRCLE, texts.get("ask.title"),
                texts.format("ask.join", PeerText.line(asking.name()), asking.people()));
        Button another = button("create-another", texts.get("ask.another"), model::createAnother);
        another.disableProperty().bind(model.working());
        Button instead = button("join-instead", texts.get("ask.do"), join);
        instead.getStyleClass().add(Styles.ACCENT);
        finish(model, new FlowPane(button("back", texts.get("back"), model::back), another, instead));
    }

    QuestionCard(WelcomeViewModel model, Texts texts, WelcomeStep.AskingForAnother asking) {
        super(Feather.HELP_CIRCLE, texts.get("ask.title"), texts.format("ask.own", PeerText.line(asking.label())));
        Button another = button("create-another", texts.get("ask.another"), model::createAnother);
        another.disableProperty().bind(model.working());
        Button back = button("back", texts.get("back"), model::back);
        finish(model, new FlowPane(another, back));
    }

    private void finish(WelcomeViewModel model, FlowPane buttons) {
        buttons.getStyleClass().add("welcome-buttons");
        getStyleClass().add("welcome-narrow");
        getChildren().addAll(new NoteLine(model.problem()), buttons);
    }

    private static Button button(String id, String label, Runnable action) {
        var button = new Button(label);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
