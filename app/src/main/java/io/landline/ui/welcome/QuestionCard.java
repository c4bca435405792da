package io.landline.ui.welcome;

import io.landline.ui.control.NoteLine;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.Texts;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/// What is asked before a second room of one name is created. JavaFX thread.
final class QuestionCard extends AnswerCard {
    QuestionCard(WelcomeViewModel model, Texts texts, WelcomeStep.AskingToJoin asking, Runnable join) {
        super(Feather.HELP_CIRCLE, texts.get("ask.title"),
                texts.format("ask.join", PeerText.line(asking.name()), asking.people()));
        getChildren().add(new NoteLine(model.problem()));
        answers(back(model, texts), another(model, texts), answer("join-instead", texts.get("ask.do"), join));
    }

    QuestionCard(WelcomeViewModel model, Texts texts, WelcomeStep.AskingForAnother asking) {
        super(Feather.HELP_CIRCLE, texts.get("ask.title"), texts.format("ask.own", PeerText.line(asking.label())));
        getChildren().add(new NoteLine(model.problem()));
        answers(another(model, texts), back(model, texts));
    }

    private static Button back(WelcomeViewModel model, Texts texts) {
        return answer("back", texts.get("back"), model::back);
    }

    private static Button another(WelcomeViewModel model, Texts texts) {
        Button another = answer("create-another", texts.get("ask.another"), model::createAnother);
        another.disableProperty().bind(model.working());
        return another;
    }
}
