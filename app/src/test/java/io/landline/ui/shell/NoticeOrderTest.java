package io.landline.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.ui.fx.FxThread;
import io.landline.ui.page.Notices.Remedy;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Which notice goes where there are too many.
class NoticeOrderTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static NoticeStack stack() {
        return new NoticeStack(new FxThread(Runnable::run, Runnable::run),
                Texts.beside(Shell.class, Language.ENGLISH));
    }

    private static List<Object> shown(NoticeStack stack) {
        return ((Parent) stack.view()).getChildrenUnmodifiable().stream().map(Node::getUserData).toList();
    }

    /// It would have been seen for a moment only, and its cause is still there.
    @Test
    void aProblemIsNotPushedOutByWhatGoesByItself() {
        TestedScreen.onFx(() -> {
            NoticeStack stack = stack();
            stack.problem("the disk is full");
            for (int i = 0; i < 4; i++) stack.done("done " + i);
            assertEquals(List.of("the disk is full", "done 2", "done 3"), shown(stack));
            stack.news("somebody came");
            assertEquals(List.of("the disk is full", "done 3", "somebody came"), shown(stack));
        });
    }

    @Test
    void aQuestionStaysUntilItIsDecided() {
        TestedScreen.onFx(() -> {
            NoticeStack stack = stack();
            stack.question("words", "take the new words?", new Remedy("Look", () -> {}));
            for (int i = 0; i < 4; i++) stack.problem("problem " + i);
            assertEquals(List.of("take the new words?", "problem 2", "problem 3"), shown(stack));
        });
    }

    @Test
    void ofFourQuestionsTheOldestGives() {
        TestedScreen.onFx(() -> {
            NoticeStack stack = stack();
            for (int i = 0; i < 4; i++) stack.question(i, "question " + i, new Remedy("Look", () -> {}));
            assertEquals(List.of("question 1", "question 2", "question 3"), shown(stack));
        });
    }

    /// A decision that is still to be made would be lost for a sentence that goes by itself.
    @Test
    void threeQuestionsStayWhateverElseIsTold() {
        TestedScreen.onFx(() -> {
            NoticeStack stack = stack();
            for (int i = 0; i < 3; i++) stack.question(i, "question " + i, new Remedy("Look", () -> {}));
            for (int i = 0; i < 2; i++) stack.done("done " + i);
            assertEquals(List.of("question 0", "question 1", "question 2", "done 1"), shown(stack));
            for (int i = 0; i < 2; i++) stack.problem("problem " + i);
            assertEquals(List.of("question 0", "question 1", "question 2", "problem 1"), shown(stack));
        });
    }

    @Test
    void threeProblemsStayWhileSomethingPasses() {
        TestedScreen.onFx(() -> {
            NoticeStack stack = stack();
            for (int i = 0; i < 3; i++) stack.problem("problem " + i);
            for (int i = 0; i < 2; i++) stack.done("done " + i);
            assertEquals(List.of("problem 0", "problem 1", "problem 2", "done 1"), shown(stack));
        });
    }

    @Test
    void atMostFiveStand() {
        TestedScreen.onFx(() -> {
            NoticeStack stack = stack();
            for (int i = 0; i < 3; i++) stack.question(i, "question " + i, new Remedy("Look", () -> {}));
            for (int i = 0; i < 2; i++) stack.problem("problem " + i);
            for (int i = 0; i < 2; i++) stack.done("done " + i);
            assertEquals(List.of("question 0", "question 1", "question 2", "problem 1", "done 1"), shown(stack));
        });
    }

    @Test
    void aFourthQuestionTakesThePlaceOfTheOldestAndOfWhatStandsBelow() {
        TestedScreen.onFx(() -> {
            NoticeStack stack = stack();
            for (int i = 0; i < 3; i++) stack.question(i, "question " + i, new Remedy("Look", () -> {}));
            stack.problem("the disk is full");
            stack.question(3, "question 3", new Remedy("Look", () -> {}));
            assertEquals(List.of("question 1", "question 2", "question 3"), shown(stack));
        });
    }
}
