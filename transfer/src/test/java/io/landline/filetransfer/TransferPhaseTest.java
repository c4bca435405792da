package io.landline.filetransfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.filetransfer.TransferPhase.Done;
import io.landline.filetransfer.TransferPhase.Failed;
import io.landline.filetransfer.TransferPhase.Paused;
import io.landline.filetransfer.TransferPhase.Running;
import io.landline.filetransfer.TransferPhase.Stopped;
import io.landline.filetransfer.TransferPhase.Undecided;
import io.landline.filetransfer.TransferPhase.Waiting;
import io.landline.peer.WireWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every way from every phase, compared with the table of docs/architecture.md, "The states of a transfer".
class TransferPhaseTest {
    private static final String NO_WAY = "–";
    private static final FailureReason OLD = FailureReason.NO_PERMISSION;
    private static final FailureReason NEW = FailureReason.DISK_FULL;

    private static final Map<String, TransferPhase> PHASES = new LinkedHashMap<>();
    private static final Map<String, UnaryOperator<TransferPhase>> WAYS = new LinkedHashMap<>();

    static {
        PHASES.put("undecided", new Undecided());
        PHASES.put("waiting", new Waiting());
        PHASES.put("running", new Running());
        PHASES.put("paused, undecided", new Paused(false));
        PHASES.put("paused", new Paused(true));
        PHASES.put("stopped, undecided", new Stopped(false, OLD));
        PHASES.put("stopped", new Stopped(true, OLD));
        PHASES.put("done", new Done());
        PHASES.put("failed", new Failed(OLD));
        WAYS.put("accepted", TransferPhase::accepted);
        WAYS.put("started", TransferPhase::started);
        WAYS.put("interrupted", TransferPhase::interrupted);
        WAYS.put("unmatched", TransferPhase::unmatched);
        WAYS.put("paused", TransferPhase::paused);
        WAYS.put("stopped", phase -> phase.stopped(NEW));
        WAYS.put("resumed", TransferPhase::resumed);
        WAYS.put("finished", TransferPhase::finished);
        WAYS.put("retried", TransferPhase::retried);
        WAYS.put("failed", phase -> phase.failed(NEW));
    }

    @Test
    void everyWayIsTheOneOfThePage() throws IOException {
        List<List<String>> table = table();
        assertEquals(List.copyOf(WAYS.keySet()), table.getFirst().subList(1, 1 + WAYS.size()));
        List<List<String>> rows = table.subList(1, table.size());
        assertEquals(List.copyOf(PHASES.keySet()), rows.stream().map(List::getFirst).toList());
        for (List<String> row : rows) {
            TransferPhase from = PHASES.get(row.getFirst());
            int column = 1;
            for (Map.Entry<String, UnaryOperator<TransferPhase>> way : WAYS.entrySet()) {
                assertWay(from, way.getValue(), row.get(column++), row.getFirst() + " " + way.getKey());
            }
        }
    }

    @Test
    void everyStateIsTheOneOfThePage() throws IOException {
        List<List<String>> table = table();
        int column = table.getFirst().indexOf("state");
        for (List<String> row : table.subList(1, table.size())) {
            assertEquals(WireWord.of(PHASES.get(row.getFirst()).state()), row.get(column), row.getFirst());
        }
    }

    private static void assertWay(TransferPhase from, UnaryOperator<TransferPhase> way, String to, String what) {
        if (to.equals(NO_WAY)) {
            assertThrows(IllegalStateException.class, () -> way.apply(from), what);
            return;
        }
        TransferPhase next = way.apply(from);
        assertEquals(to, name(next), what);
        if (next != from && next.reason() != null) assertEquals(NEW, next.reason(), what);
    }

    private static String name(TransferPhase phase) {
        return PHASES.entrySet()
                .stream()
                .filter(each -> each.getValue().getClass() == phase.getClass() && !differs(each.getValue(), phase))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /// Whether one of the two was accepted before and the other was not.
    private static boolean differs(TransferPhase a, TransferPhase b) {
        return (a instanceof Paused || a instanceof Stopped) && !a.resumed().equals(b.resumed());
    }

    /// The table's header and rows, as cells.
    private static List<List<String>> table() throws IOException {
        Path page = Path.of("docs/architecture.md");
        if (!Files.exists(page)) page = Path.of("..").resolve(page); // tests run in the module's folder
        String text = Files.readString(page);
        var rows = new ArrayList<List<String>>();
        for (String line : text.substring(text.indexOf("## The states of a transfer")).lines().skip(1).toList()) {
            if (line.startsWith("## ")) break;
            if (!line.startsWith("| ")) continue;
            rows.add(Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList());
        }
        return rows;
    }

    @Test
    void whatADatabaseKeptGivesThePhaseBack() {
        for (TransferPhase phase : PHASES.values()) {
            boolean accepted = !Stream.of(new Undecided(), new Paused(false), new Stopped(false, OLD))
                    .toList()
                    .contains(phase);
            assertEquals(phase, TransferPhase.of(phase.state(), phase.reason(), accepted));
        }
    }

    @Test
    void onlyWhatIsStoppedOrFailedHasAReason() {
        for (TransferPhase phase : PHASES.values()) {
            boolean expected = phase instanceof Stopped || phase instanceof Failed;
            assertEquals(expected, phase.reason() != null, phase.toString());
        }
    }
}
