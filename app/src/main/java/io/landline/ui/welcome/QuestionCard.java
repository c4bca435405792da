package io.landline.ui.welcome;

import io.landline.language.Texts;
import io.landline.ui.control.NoteLine;
import io.landline.ui.text.PeerText;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/// What is asked before a second room of one name is created. JavaFX thread.
final class QuestionCard extends AnswerCard {
    QuestionCard(WelcomeViewModel model, Texts texts, WelcomeStep.AskingToJoin asking, Runnable join) {
        super(Feather.HELP_CIRCLE, texts.get("ask.title"),
                texts.format("ask.join", PeerText.line(asking.name()), asking.people()));
        getChildren().add(new NoteLine(model.problem()));
        answers(back(model, texts.get("back")), another(model, texts), joining(model, texts, join));
    }

    QuestionCard(WelcomeViewModel model, Texts texts, WelcomeStep.AskingForAnother asking) {
        super(Feather.HELP_CIRCLE, texts.get("ask.title"), texts.format("ask.own", PeerText.line(asking.label())));
        getChildren().add(new NoteLine(model.problem()));
        answers(another(model, texts), back(model, texts.get("back")));
    }

    QuestionCard(WelcomeViewModel model, Texts texts, WelcomeStep.AskingToKeep asking) {
        super(Feather.HELP_CIRCLE, texts.get(asking.people().isEmpty() ? "keep.nobody" : "keep.no-answer"),
                meaning(texts, asking));
        getChildren().add(new NoteLine(model.problem()));
        Button keep = answer("keep-room", texts.get("keep.do"), model::keep);
        keep.disableProperty().bind(model.working());
        answers(keep, back(model, texts.get("keep.back")));
    }

    private static String meaning(Texts texts, WelcomeStep.AskingToKeep asking) {
        String room = PeerText.line(asking.room());
        if (asking.people().isEmpty()) return texts.format("keep.nobody.meaning", room);
        String first = PeerText.person(asking.people().getFirst());
        return texts.format("keep.no-answer.meaning", room, first, asking.people().size() - 1);
    }

    private static Button back(WelcomeViewModel model, String label) {
        Button back = answer("back", label, model::back);
        back.disableProperty().bind(model.entering());
        return back;
    }

    private static Button joining(WelcomeViewModel model, Texts texts, Runnable join) {
        Button instead = answer("join-instead", texts.get("ask.do"), join);
        instead.disableProperty().bind(model.entering());
        return instead;
    }

    private static Button another(WelcomeViewModel model, Texts texts) {
        Button another = answer("create-another", texts.get("ask.another"), model::createAnother);
        another.disableProperty().bind(model.working());
        return another;
    }
}
