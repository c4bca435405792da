package io.landline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.control.ControlServer;
import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferState;
import io.landline.node.port.FileTransfers;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.node.port.UnreachedOffer;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.peer.Utf8Length;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileLinesTest {
    private static final String OFFER = "ab".repeat(32);
    private static final Fingerprint ZOE = Fingerprint.of(new byte[Fingerprint.BYTES]);
    private static final FileTransfers.Content CONTENT = new FileTransfers.Content(List.of("a.txt"), 1, 3, 0);

    /// As many as the node takes.
    private static final int UNDECIDED_OF_A_PERSON = 256;

    private boolean isReached;
    /// After each look at the node.
    private Runnable looked = () -> {};

    private Object look(String method) {
        Object seen = switch (method) {
            case "recent", "open" -> isReached ? List.of(transfer()) : List.of();
            case "unreached" -> isReached
                    ? List.of()
                    : List.of(new UnreachedOffer(OFFER, "#class", CONTENT, Instant.EPOCH, List.of()));
            default -> throw new AssertionError("nothing else is asked: " + method);
        };
        looked.run();
        return seen;
    }

    private static Transfer transfer() {
        return transfer(new FileTransfers.Progress(TransferState.WAITING, 0, null, false));
    }

    private static Transfer transfer(FileTransfers.Progress progress) {
        return new Transfer(new FileTransfers.Ids(OFFER, "cd".repeat(16), "#class"), Direction.OUT,
                new FileTransfers.Other(ZOE, "Zoe"), CONTENT, new FileTransfers.Part(1, 3),
                progress, Instant.EPOCH, List.of());
    }

    private List<String> listed(boolean over) {
        var node = (FileTransfers) Proxy.newProxyInstance(FileTransfers.class.getClassLoader(),
                new Class<?>[]{FileTransfers.class}, (_, method, _) -> look(method.getName()));
        var answer = new JsonObject();
        FileLines.list(node, over, 0, answer);
        var listed = new ArrayList<String>();
        for (String field : List.of("transfers", "offers")) {
            JsonArray all = answer.getAsJsonArray(field);
            StreamSupport.stream(all.spliterator(), false)
                    .map(each -> field + " " + each.getAsJsonObject().get("offer").getAsString())
                    .forEach(listed::add);
        }
        return listed;
    }

    /// It would be in neither part of the answer, or in both.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOfferThatReachesSomebodyBetweenTwoLooksIsListedOnce(boolean over) {
        looked = () -> isReached = true;
        assertEquals(List.of("transfers " + OFFER), listed(over));
    }

    @Test
    void whatHasReachedNobodyIsListedAsAnOffer() {
        assertEquals(List.of("offers " + OFFER), listed(true));
        isReached = true;
        assertEquals(List.of("transfers " + OFFER), listed(true));
    }

    @Test
    void whatIsMissingHereIsSaidOfOneThatStopped() {
        JsonObject full = json(FailureReason.DISK_FULL, null, 1_200_000);
        assertEquals(1_200_000, full.get("missingBytes").getAsLong());
        assertFalse(full.has("missingFolder"));
        JsonObject gone = json(FailureReason.NO_PERMISSION, "/gone", 0);
        assertEquals("/gone", gone.get("missingFolder").getAsString());
        assertFalse(gone.has("missingBytes"));
    }

    /// Six people of an open room may have that many offers here that nobody has decided on.
    @Test
    void moreThanFitsIntoOneLineOfTheSocketComesInPages() {
        String name = "n".repeat(OfferBody.NAME_BYTES_MAX);
        var content = new FileTransfers.Content(Collections.nCopies(OfferBody.NAMES_MAX, name), 10, 30, 0);
        var person = new FileTransfers.Other(ZOE, "Zoe");
        List<UnreachedOffer> unreached = IntStream.range(0, 100)
                .mapToObj(each -> new UnreachedOffer("offer " + each, "#class", content, Instant.EPOCH,
                        Collections.nCopies(400, person)))
                .toList();
        List<Transfer> transfers = IntStream.range(0, 6 * UNDECIDED_OF_A_PERSON)
                .mapToObj(each -> new Transfer(new FileTransfers.Ids("of another", "transfer " + each, "#class"),
                        Direction.IN, person, content, new FileTransfers.Part(1, 3),
                        new FileTransfers.Progress(TransferState.OFFERED, 0, null, false), Instant.EPOCH, List.of()))
                .toList();
        var listed = new ArrayList<String>();
        Integer next = 0;
        while (next != null) {
            var answer = new JsonObject();
            FileLines.page(unreached, transfers, next, answer);
            assertTrue(Utf8Length.isAtMost(ControlServer.ANSWER_BYTES_MAX - 1024, answer.toString()));
            answer.getAsJsonArray("offers").forEach(each -> listed.add(text(each, "offer")));
            answer.getAsJsonArray("transfers").forEach(each -> listed.add(text(each, "transfer")));
            next = answer.has("next") ? answer.get("next").getAsInt() : null;
        }
        var all = new ArrayList<>(unreached.stream().map(UnreachedOffer::offer).toList());
        transfers.forEach(each -> all.add(each.ids().transfer()));
        assertEquals(all, listed);
    }

    private static String text(JsonElement of, String field) {
        return of.getAsJsonObject().get(field).getAsString();
    }

    private static JsonObject json(FailureReason reason, @Nullable String missingFolder, long missingBytes) {
        Transfer stopped = transfer(new FileTransfers.Progress(TransferState.PAUSED, 1, reason, false, true,
                FailedFiles.NONE, missingFolder, missingBytes));
        return FileLines.json(stopped);
    }
}
