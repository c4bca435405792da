package io.landline.ui.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.act.Poll;
import io.landline.ui.control.FieldNote.Kind;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;

/// A poll while it is being written, without a window.
class PollViewModelTest {
    private final FakeNode node = new FakeNode();
    private final FakeWindow window = new FakeWindow();
    private final List<String> asked = new ArrayList<>();
    private final PollDrafts drafts = new PollDrafts();
    private final PollViewModel model = opened("#class");

    private PollViewModel opened(String conversation) {
        return new PollViewModel(window.context(node), conversation, drafts, () -> asked.add("asked"));
    }

    private void type(String question, String... options) {
        model.question().set(question);
        for (int i = 0; i < options.length; i++) model.options().get(i).set(options[i]);
    }

    @Test
    void aQuestionAndTwoAnswersCanBeAsked() {
        type("Tea?", "yes");
        assertFalse(model.askable().get());
        assertEquals(Kind.HINT, model.note().get().kind());
        type(" Tea? ", "yes", " no ");
        assertTrue(model.askable().get());
        model.many().set(true);
        model.hidden().set(true);
        model.ask();
        assertEquals(List.of(new Poll("Tea?", List.of("yes", "no"), true, true)), node.chats.acts.polls);
        assertEquals(List.of("poll #class Tea?"), node.chats.acts.done);
        assertEquals(List.of("asked"), asked);
    }

    @Test
    void whatWasBegunIsThereAgainUntilItIsAskedOrCleared() {
        type("Tea?", "yes", "no", "later");
        model.many().set(true);
        PollViewModel again = opened("#class");
        assertEquals("Tea?", again.question().get());
        assertEquals(List.of("yes", "no", "later", ""), again.options().stream().map(StringProperty::get).toList());
        assertTrue(again.many().get());
        assertTrue(again.begun().get());
        assertEquals("", opened("#other").question().get(), "another conversation has its own");
        again.clear();
        assertFalse(again.begun().get());
        assertEquals("", opened("#class").question().get());
        PollViewModel third = opened("#class");
        third.question().set("Tea?");
        third.options().get(0).set("yes");
        third.options().get(1).set("no");
        third.ask();
        assertEquals("", opened("#class").question().get());
    }

    @Test
    void thereIsAlwaysAnEmptyFieldForOneMoreUpToTheBound() {
        assertEquals(2, model.options().size());
        for (int i = 0; i < Poll.OPTIONS_MAX; i++) model.options().get(i).set("option " + i);
        assertEquals(Poll.OPTIONS_MAX, model.options().size());
        for (int i = Poll.OPTIONS_MAX - 1; i >= 1; i--) model.options().get(i).set("");
        assertEquals(2, model.options().size());
    }

    @Test
    void anEmptyFieldAmongTheAnswersDoesNotCount() {
        type("Tea?", "yes", "perhaps", "no");
        model.options().get(1).set(" ");
        model.ask();
        assertEquals(List.of("yes", "no"), node.chats.acts.polls.getFirst().options());
    }

    @Test
    void whatCannotBeAskedIsSaid() {
        type("Tea?", "yes", "yes");
        assertEquals(Kind.BAD, model.note().get().kind());
        type("Tea?", "yes", "x".repeat(Poll.OPTION_BYTES_MAX + 1));
        assertEquals(Kind.BAD, model.note().get().kind());
        type("x".repeat(Poll.QUESTION_BYTES_MAX), "yes", "x".repeat(Poll.OPTION_BYTES_MAX));
        assertTrue(model.askable().get());
        type("é".repeat(Poll.QUESTION_BYTES_MAX / 2) + "x", "yes", "no");
        assertEquals(Kind.BAD, model.note().get().kind(), "bytes are counted, not letters");
        type("half \ud83d", "yes", "no");
        assertEquals(Kind.BAD, model.note().get().kind());
        model.ask();
        assertEquals(List.of(), node.chats.acts.done);
    }

    @Test
    void whatIsTooLongIsNamedWithItsBound() {
        type("x".repeat(Poll.QUESTION_BYTES_MAX + 1), "yes", "no");
        assertEquals("The question is too long: at most 1,024 letters, fewer with accents or emoji.",
                model.note().get().sentence());
        type("Tea?", "yes", "no", "x".repeat(Poll.OPTION_BYTES_MAX + 1));
        model.options().get(1).set("");
        assertEquals("Answer 3 is too long: at most 256 letters, fewer with accents or emoji.",
                model.note().get().sentence(), "as the empty field of that answer says");
    }

    @Test
    void whatWasTypedStaysWhereAskingFails() {
        type("Tea?", "yes", "no");
        node.chats.diskFull = true;
        model.ask();
        assertEquals("Tea?", model.question().get());
        assertTrue(model.askable().get());
        assertEquals(List.of(), asked);
        assertEquals(1, window.told.size());
    }

    @Test
    void aTemplateFillsTheForm() {
        type("Tea?", "1", "2", "3");
        model.begin(PollViewModel.Template.ROLL_CALL);
        assertEquals("Roll-call: who is here?", model.question().get());
        assertEquals(List.of("I am here", "I come later", ""),
                model.options().stream().map(each -> each.get()).toList());
        assertTrue(model.askable().get());
        model.begin(PollViewModel.Template.HANDS_UP);
        assertTrue(model.askable().get());
    }
}
