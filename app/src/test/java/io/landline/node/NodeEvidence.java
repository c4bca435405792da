package io.landline.node;

import com.google.gson.JsonObject;
import io.landline.process.NodeProcess;
import io.landline.testing.Patience;
import java.io.IOException;
import java.util.StringJoiner;

/// What nodes say of themselves where one of them did not do what a test waited for. A fault that comes once in
/// hundreds of runs has to be found by what that run left.
final class NodeEvidence {
    private static final int EVENTS_MAX = 60;

    private NodeEvidence() {}

    /// @param expected what did not happen
    /// @param about what it was about: an offer, a room
    static String of(String expected, String about, NodeProcess... nodes) {
        var said = new StringJoiner("\n");
        said.add(expected + "; about " + about);
        for (NodeProcess node : nodes) {
            said.add("--- process " + node.pid() + (node.runs() ? ", which runs" : ", which has ended"));
            said.add(node.newest(EVENTS_MAX));
            said.add("its transfers: " + transfers(node));
        }
        return said.toString();
    }

    private static String transfers(NodeProcess node) {
        var list = new JsonObject();
        list.addProperty("do", "transfers");
        try {
            return node.command(list, Patience.OF_PROGRAMS).toString();
        } catch (IOException | InterruptedException e) {
            return e.toString();
        }
    }
}
