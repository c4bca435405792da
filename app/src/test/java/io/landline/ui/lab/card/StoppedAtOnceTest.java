package io.landline.ui.lab.card;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.landline.labprograms.LabSystem;
import io.landline.labprograms.LabSystems;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.lab.LabViewModel;
import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whoever starts a program and stops it at once may be quicker than its thread.
class StoppedAtOnceTest {
    private final ArrayDeque<Runnable> shown = new ArrayDeque<>();
    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private final FxThread fx = new FxThread(shown::add, shown::add);

    @Test
    @Timeout(60)
    void aProgramThatIsStoppedBeforeItsThreadBeginsEnds() {
        LabSystem system = LabSystems.ALL.stream()
                .filter(each -> each.key().equals("udp-echo"))
                .findFirst()
                .orElseThrow();
        var model = new LabViewModel(fx, new Background(fx, work::add, false));
        CardViewModel client = model.bench(system)
                .cards()
                .stream()
                .filter(each -> !each.isServer())
                .findFirst()
                .orElseThrow();
        client.start();
        client.stop();
        assertInstanceOf(CardState.Stopping.class, client.state().get());
        while (!work.isEmpty()) work.remove().run();
        while (!shown.isEmpty()) shown.remove().run();
        assertInstanceOf(CardState.Ended.class, client.state().get());
        model.close();
    }
}
