package io.landline.ui.flow;

import io.landline.doctor.Examiner;
import io.landline.doctor.probe.NodeDoctor;
import io.landline.node.Node;
import io.landline.node.port.Activity;
import io.landline.node.port.Chats;
import io.landline.node.port.Contacts;
import io.landline.node.port.FileTransfers;
import io.landline.node.port.HandIns;
import io.landline.node.port.LookAround;
import io.landline.node.port.MessageActs;
import io.landline.node.port.PacketTap;
import io.landline.node.port.Preferences;
import io.landline.node.port.Rooms;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.NodePorts.NetworkPorts;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;

/// Hands the ports of a node to a window, and notes each call that a page makes on the JavaFX thread. Only those that
/// wait for nothing may be made there: see [NodePorts]. Any thread.
final class OffFxThread {
    /// What a port hands out is a port too.
    private static final Set<Class<?>> PARTS = Set.of(MessageActs.class, Activity.class, HandIns.class);

    private final List<String> calls = new ArrayList<>();

    NodePorts ports(Node node) {
        return new NodePorts(node.fingerprint(), guarded(Chats.class, node.chats()),
                guarded(FileTransfers.class, node.fileTransfers()), guarded(Contacts.class, node.contacts()),
                guarded(Rooms.class, node.rooms()), guarded(Preferences.class, node.preferences()), node::watch,
                new NetworkPorts(guarded(PacketTap.class, node.packetTap()),
                        guarded(Examiner.class, new NodeDoctor(node)), guarded(LookAround.class, node.lookAround())));
    }

    private <P> P guarded(Class<P> port, P real) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[]{port}, (_, method, arguments) -> {
            boolean waits = !method.getName().startsWith("watch") && !PARTS.contains(method.getReturnType())
                    && method.getDeclaringClass() != Object.class;
            if (waits && Platform.isFxApplicationThread()) note(port.getSimpleName() + "." + method.getName());
            try {
                Object answer = method.invoke(real, arguments);
                return PARTS.contains(method.getReturnType()) ? part(method.getReturnType(), answer) : answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private <P> P part(Class<P> port, Object real) {
        return guarded(port, port.cast(real));
    }

    private synchronized void note(String call) {
        calls.add(call);
    }

    synchronized List<String> calls() {
        return List.copyOf(calls);
    }
}
