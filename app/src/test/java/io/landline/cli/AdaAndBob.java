package io.landline.cli;

import io.landline.console.ConsoleSocket;
import io.landline.control.ControlClient;
import io.landline.filetransfer.AcceptRule;
import io.landline.node.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ada and Bob, whose nodes have joined, and what both consoles say and take.
abstract class AdaAndBob extends ConsoleNodes {
    Node ada;
    Node bob;
    ControlClient adas;
    ControlClient bobs;
    private AutoCloseable adasSocket;
    private AutoCloseable bobsSocket;

    /// Returns once both have joined.
    void meet(@Nullable AcceptRule bobs) throws Exception {
        ada = node("Ada", null);
        bob = node("Bob", bobs);
        adasSocket = ConsoleSocket.open(ada, () -> {}, null);
        bobsSocket = ConsoleSocket.open(bob, () -> {}, null);
        adas = lines("Ada");
        this.bobs = lines("Bob");
        ada.start();
        bob.start();
        await(adas, "joined");
        await(this.bobs, "joined");
    }

    void closeNodes() throws Exception {
        for (AutoCloseable each : List.of(adas, bobs, adasSocket, bobsSocket, ada, bob)) each.close();
    }
}
