package io.landline.ui.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.LookAround.Progress;
import io.landline.ui.control.FieldNote;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import org.junit.jupiter.api.Test;

class LookAroundViewModelTest {
    private final FakeNode node = new FakeNode();
    private final LookAroundViewModel model = new LookAroundViewModel(new FakeWindow().context(node));

    @Test
    void nothingIsTriedBeforeSomebodyAsks() {
        model.refresh();
        assertEquals(new Progress(false, 0, 0, 0), model.progress().get());
    }

    @Test
    void whatWasBegunTellsHowFarItIs() {
        model.start();
        assertTrue(model.progress().get().running());
        node.lookAround.progress = new Progress(true, 254, 40, 1);
        model.refresh();
        assertEquals(40, model.progress().get().tried());
    }

    @Test
    void whoeverStopsItSeesHowFarItCame() {
        model.start();
        node.lookAround.progress = new Progress(true, 254, 40, 1);
        model.stop();
        assertEquals(new Progress(false, 254, 40, 1), model.progress().get());
    }

    @Test
    void whereThereIsNoNetworkTheReasonIsShownUntilTheNextAttempt() {
        node.lookAround.refusal = new CommandException(Code.NOT_POSSIBLE, "no network");
        model.start();
        assertEquals(FieldNote.Kind.BAD, model.note().get().kind());
        assertFalse(model.progress().get().running());
        node.lookAround.refusal = null;
        model.start();
        assertEquals(FieldNote.NOTHING, model.note().get());
        assertTrue(model.progress().get().running());
    }
}
