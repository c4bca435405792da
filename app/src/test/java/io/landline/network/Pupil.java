package io.landline.network;

import io.landline.node.Node;
import io.landline.node.port.NodeEvent.PeerAppeared;
import io.landline.node.port.Rooms.TrialResult;
import io.landline.node.port.Rooms.TrialWatcher;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.peer.PeerName;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/// A program with one whole node that tries to join a room, as a window does. Prints `ready` once it lists the teacher.
/// Then it tries the words of each line, and answers `joined`, `differ`, `nobody` or `silent`; `many` may come before.
/// Ends with its input. Arguments: a folder for profiles, its name, the teacher's name, the room's name.
final class Pupil {
    private Pupil() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        String name = arguments[1];
        var teacherIsListed = new CountDownLatch(1);
        try (Node node = Node.open(new NodeOptions(folder.resolve(name), new PeerName(name), List.of(),
                Network.NOT_ASKED, folder.resolve(name + "-downloads"), null, false))) {
            node.watch((event, _) -> {
                if (event instanceof PeerAppeared(var person) && person.name().value().equals(arguments[2])) {
                    teacherIsListed.countDown();
                }
            });
            node.start();
            teacherIsListed.await();
            say("ready");
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String words = in.readLine(); words != null; words = in.readLine()) {
                say(tried(node, arguments[3], words));
            }
        }
    }

    private static String tried(Node node, String room, String words) throws Exception {
        var result = new CompletableFuture<TrialResult>();
        node.rooms().tryToJoin(room, words, null, new TrialWatcher() {
            @Override
            public void slowed() {
                say("many");
            }

            @Override
            public void ended(TrialResult ended) {
                result.complete(ended);
            }
        });
        return switch (result.get()) {
            case TrialResult.Joined _ -> "joined";
            case TrialResult.WordsDiffer _ -> "differ";
            case TrialResult.NobodyHere _ -> "nobody";
            case TrialResult.NoAnswer _ -> "silent";
            case TrialResult.Failed _ -> "failed";
        };
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
