package io.landline.doctor;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.landline.fixture.LanNodes;
import io.landline.fixture.LanNodes.DoctorOutput;
import io.landline.process.NodeProcess;
import io.landline.testing.NamespaceLan;
import io.landline.testing.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Examinations of a doctor in networks of their own, some beside each other: a doctor mostly waits.
final class Examinations implements AutoCloseable {
    static final String ADA = "Ada";
    static final String BOB = "Bob";

    /// What one of them does, to end with what the doctor said.
    interface Examination<T> {
        T of(NamespaceLan lan, LanNodes nodes) throws Exception;
    }

    /// What is done while a node runs.
    interface WithNode<T> {
        T of(NodeProcess node) throws Exception;
    }

    private final Path folder;
    private final ExecutorService side;
    private final Future<Path> ada;
    private final Future<Path> bob;

    Examinations(Path folder, int atOnce) {
        this.folder = folder;
        side = Executors.newFixedThreadPool(atOnce);
        ada = member(ADA);
        bob = member(BOB);
    }

    <T> Future<T> begin(String name, Supplier<NamespaceLan> network, Examination<T> examination) {
        return side.submit(() -> {
            try (NamespaceLan lan = network.get()) {
                return examination.of(lan, new LanNodes(Files.createDirectory(folder.resolve(name))));
            }
        });
    }

    /// With a node on the second computer that is in the room.
    <T> Future<T> beginWithBob(String name, Supplier<NamespaceLan> network, Examination<T> examination) {
        return begin(name, network, (lan, nodes) -> {
            giveAda(nodes);
            nodes.copyProfile(bob.get(), BOB);
            return beside(nodes.startIn(lan, 2, BOB, null, null), _ -> examination.of(lan, nodes));
        });
    }

    /// Gives these nodes the profile of a member.
    void giveAda(LanNodes nodes) throws Exception {
        nodes.copyProfile(ada.get(), ADA);
    }

    static <T> T beside(NodeProcess node, WithNode<T> examination) throws Exception {
        try (node) {
            assertNotNull(node.await("ready", _ -> true, Patience.OF_PROGRAMS));
            return examination.of(node);
        }
    }

    /// The profile of somebody who is in the room. Stretching its key takes a second of a core: it is done once for
    /// each of them.
    private Future<Path> member(String name) {
        return side.submit(() -> {
            var nodes = new LanNodes(folder);
            try (var lan = NamespaceLan.of(1)) {
                beside(nodes.start(lan, 1, name), NodeProcess::quit);
            }
            return nodes.profile(name);
        });
    }

    /// Runs the doctor on the first computer.
    static DoctorOutput doctor(NamespaceLan lan, LanNodes nodes, String... more) throws IOException {
        return nodes.doctorAsItIs(lan, 1, ADA, more);
    }

    static <T> T said(Future<T> examination) throws Exception {
        try {
            return examination.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e; // a test that cannot run here is skipped as ever
        }
    }

    @Override
    public void close() {
        side.close();
    }
}
