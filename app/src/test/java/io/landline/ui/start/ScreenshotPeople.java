package io.landline.ui.start;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FilesToSend;
import io.landline.node.Node;
import io.landline.node.port.Chats;
import io.landline.node.port.CommandException;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The people of [Screenshots]: real nodes on the loopback interface, and what they said before the first picture.
final class ScreenshotPeople implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String KEY = "amber fox piano river";
    /// Of its own for each run, so that two beside each other do not meet; 17 ports each.
    private static final int UDP_PORT = 43_000 + (int) (ProcessHandle.current().pid() % 1_000) * 17;

    private final Path work;
    private final List<Node> nodes = new ArrayList<>();

    /// @param work a folder for their profiles and files
    ScreenshotPeople(Path work) { this.work = work; }

    /// Three friends who wrote to each other, and two strangers.
    ///
    /// @return the stranger who is about to start
    Node meetAndTalk() throws Exception {
        Node ada = node("Ada Lovelace", KEY);
        Node bob = node("Bob", KEY);
        Node chloe = node("Chloé Dupont", KEY);
        Node fresh = node("Dana", null);
        node("teacher-laptop", null);
        ada.start();
        for (Node node : nodes) if (node != ada) node.start();
        until(() -> ada.contacts().contacts().stream().filter(each -> each.member() && each.connected()).count() == 2,
                "two members");
        talk(ada, bob, chloe);
        until(() -> unread(ada) >= 8, "what the others wrote");
        return fresh;
    }

    /// Whose window is drawn.
    Node first() {
        return nodes.getFirst();
    }

    /// Whom she talks to.
    Node second() {
        return nodes.get(1);
    }

    /// One more member, who has started.
    Node another(String name) throws NodeException, IOException {
        Node node = node(name, KEY);
        node.start();
        return node;
    }

    private static int unread(Node node) {
        return node.chats().list().stream().mapToInt(Chats.Conversation::unread).sum();
    }

    private Node node(String name, @Nullable String key) throws NodeException, IOException {
        Path home = Files.createDirectories(work.resolve(name.replace(' ', '-')));
        List<RequestedRoom> rooms = key == null
                ? List.of()
                : List.of(new RequestedRoom(new RoomName("class 7b"), false, key),
                        new RequestedRoom(new RoomName("film club"), false, key + " night"));
        Node node = Node.open(new NodeOptions(home.resolve("profile"), new PeerName(name), rooms,
                new NodeOptions.Network(UDP_PORT, 0, List.of("lo"), List.of()), home.resolve("downloads"),
                AcceptRule.ASK, false));
        nodes.add(node);
        return node;
    }

    private void talk(Node ada, Node bob, Node chloe) throws CommandException, IOException {
        ada.chats().say("#class 7b", "Good morning! The worksheet for today is coming in a minute.");
        pause();
        bob.chats().say("#class 7b", "Morning ☺");
        pause();
        chloe.chats().say("#class 7b", "Is it the one about sockets?");
        chloe.chats()
                .say("#class 7b", "The UDP part took me the whole evening. I watched the packets pass in the"
                        + " Network page and only then it clicked: nobody answers a broadcast unless somebody is new.");
        pause();
        ada.chats().say("#class 7b", "Exactly. Draw it with arrows, and bring the drawing.");
        pause();
        bob.chats().say("#class 7b", "שלום, אפשר גם בעברית?");
        pause();
        ada.chats().send("#class 7b", FilesToSend.of(List.of(file(ada, "worksheet-sockets.pdf", 2_400_000))));
        pause();
        bob.chats().say(ada.fingerprint().hex(), "Can you look at my server? It does not answer the second client.");
        bob.chats().send(ada.fingerprint().hex(), FilesToSend.of(List.of(file(bob, "EchoServer.java", 4_210))));
        chloe.chats().say(ada.fingerprint().hex(), "I am at home tomorrow; please send me what you do.");
        chloe.chats().send("#film club", FilesToSend.of(List.of(file(chloe, "holiday-film.mkv", 48_000_000))));
        bob.chats().say("#film club", "Friday at seven?");
    }

    /// Lamport times alone order what is said at once.
    private static void pause() {
        settle(Duration.ofMillis(300));
    }

    private Path file(Node owner, String name, int bytes) throws IOException {
        Path file = Files.createDirectories(work.resolve("files-" + owner.fingerprint().brief())).resolve(name);
        return Files.write(file, new byte[bytes]);
    }

    private static void until(BooleanSupplier reached, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) throw new IllegalStateException("never came: " + what);
            settle(Duration.ofMillis(50));
        }
    }

    static void settle(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
    }
}
