package io.landline.network;

import io.landline.process.ScratchFolder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// A program that plays every network shape and every change of a network with real nodes, and prints what it measured
/// as one Markdown table. Needs root. Ends with 1 where a line does not hold. Arguments: words, of which a line's name
/// must contain one.
final class NetworkTable {
    /// Rows side by side: most of a row is waiting.
    private static final int LANES = 3;

    private NetworkTable() {}

    public static void main(String[] arguments) throws Exception {
        RootOnly.orEnd();
        List<Case> cases = Stream.concat(Shapes.all().stream(), Changes.all().stream())
                .filter(each -> arguments.length == 0 || Stream.of(arguments).anyMatch(each.name()::contains))
                .toList();
        var turn = new ReentrantLock(true);
        var rows = new ArrayList<Future<Row>>();
        try (var scratch = ScratchFolder.make("landline-table"); var lanes = Executors.newFixedThreadPool(LANES)) {
            for (Case each : cases) {
                Callable<Row> play = () -> play(each,
                        new Stage(Files.createTempDirectory(scratch.path(), "row"), turn));
                rows.add(lanes.submit(play));
            }
            print(rows);
        }
        System.exit(rows.stream().allMatch(each -> each.resultNow().holds()) ? 0 : 1);
    }

    private static void print(List<Future<Row>> rows) throws InterruptedException, ExecutionException {
        System.out.println(Row.HEAD);
        for (Future<Row> each : rows) {
            System.out.println(each.get().markdown());
            System.out.flush();
        }
    }

    /// A row that breaks off is a row that does not hold; the others go on.
    private static Row play(Case one, Stage stage) {
        var row = new Row(one.name());
        try {
            one.play().run(stage, row);
        } catch (Exception | AssertionError e) { // whatever it was, the table says so
            row.fault("broken off: " + e);
        }
        return row;
    }
}
