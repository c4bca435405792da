package io.landline.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.process.FreePorts;
import io.landline.testing.Patience;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The rule that flows hold pages to can be broken.
class OffFxThreadTest {
    @TempDir
    Path folder;

    @Test
    void aCallOfTheNodeOnTheJavaFxThreadIsNotedAndOneElsewhereIsNot() throws Exception {
        FxToolkit.registerPrimaryStage();
        var guard = new OffFxThread();
        try (LocalNode ada = LocalNode.open(folder, "Ada", FreePorts.udp(), null)) {
            var ports = guard.ports(ada.node());
            ports.chats().list();
            WaitForAsyncUtils.waitForAsyncFx(Patience.MILLIS, () -> ports.contacts().contacts());
            assertEquals(List.of("Contacts.contacts"), guard.calls());
        }
    }
}
