package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.node.port.NodeEvent.ConnectFailed;
import io.landline.node.port.NodeEvent.Warning;
import io.landline.node.port.TypedAddress;
import io.landline.node.port.WarningCode;
import io.landline.session.ConnectFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One identity on two nodes: both users are told, once.
class CopiedProfileTest extends LoopbackNodes {
    @Test
    void h06_bothNodesOfACopiedProfileTellTheirUserOnceWhicheverWayTheyMeetAgain() throws Exception {
        start("Ada").close();
        copy(folder.resolve("Ada"), folder.resolve("Copy"));
        try (var ada = start("Ada")) {
            try (var copy = start("Copy")) {
                ada.await(Warning.class, CopiedProfileTest::tells);
                copy.await(Warning.class, CopiedProfileTest::tells);
                connect(ada, copy);
                connect(copy, ada);
            }
            try (var again = start("Copy")) {
                again.await(Warning.class, CopiedProfileTest::tells);
                connect(again, ada);
                connect(ada, again);
                assertEquals(1, told(again));
            }
            assertEquals(1, told(ada), "the copy that is started anew is no news");
        }
    }

    private static boolean tells(Warning warning) {
        return warning.code() == WarningCode.IDENTITY_TWICE;
    }

    private static long told(RunningForTest node) {
        return node.all(Warning.class).stream().filter(CopiedProfileTest::tells).count();
    }

    /// Fails, as it is the same identity; by then all is told that there is to tell.
    private static void connect(RunningForTest from, RunningForTest to) throws Exception {
        int before = from.position();
        from.node.contacts().connect(new TypedAddress("127.0.0.1", to.node.status().tcpPort()));
        from.await(ConnectFailed.class, failed -> failed.why() == ConnectFailure.OWN_KEY, before);
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (var all = Files.walk(from)) {
            files = all.toList();
        }
        for (Path each : files) Files.copy(each, to.resolve(from.relativize(each).toString()));
    }
}
