package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.cli.terminal.ExitCode;
import io.landline.console.ConsoleSocket;
import io.landline.console.WindowRequest;
import io.landline.node.Node;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// A broken link where a program reads what is printed, with an open window and without one.
class BrokenLinkTest extends ConsoleNodes {
    private final List<WindowRequest> asked = new CopyOnWriteArrayList<>();

    private int click() {
        var link = LaunchLink.of(
                new String[]{"--json", "--profile", folder.resolve("Ada").toString(), "landline:join?room=x"},
                Map.of());
        return LandlineCommand.of(link).read(link.arguments());
    }

    @Test
    void theWindowThatIsOpenIsToldAndNoneIsOpened() throws Exception {
        try (Node ada = node("Ada", null); ConsoleSocket _ = ConsoleSocket.open(ada, () -> {}, asked::add)) {
            assertEquals(ExitCode.USAGE, click());
        }
        assertEquals(List.of(WindowRequest.BROKEN_LINK), asked);
        assertEquals(ExitCode.USAGE, click());
        assertEquals(1, asked.size());
    }

    @Test
    void aNodeWithoutAWindowChangesNothingOfTheRefusal() throws Exception {
        try (Node ada = node("Ada", null); ConsoleSocket _ = ConsoleSocket.open(ada, () -> {}, null)) {
            assertEquals(ExitCode.USAGE, click());
        }
    }
}
