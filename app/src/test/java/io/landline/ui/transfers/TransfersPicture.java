package io.landline.ui.transfers;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferListing;
import io.landline.filetransfer.OfferListing.Item;
import io.landline.filetransfer.TransferState;
import io.landline.fixture.PlainRecords;
import io.landline.language.Language;
import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Ids;
import io.landline.node.port.FileTransfers.Other;
import io.landline.node.port.FileTransfers.Progress;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.node.port.NodeEvent;
import io.landline.peer.Direction;
import io.landline.ui.fx.FxThread;
import io.landline.ui.look.Appearance;
import io.landline.ui.transfers.state.OfferFacts;
import io.landline.ui.welcome.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Draws the transfers page with one offer of each kind, in both themes and several widths, into the folder that is
/// named: to be looked at.
public final class TransfersPicture {
    private record Sample(String name, int width, int height, Language language, boolean dark, boolean full) {}

    private static final List<Sample> LOOKS = List.of(new Sample("light", 1000, 1500, Language.ENGLISH, false, true),
            new Sample("dark", 1000, 1500, Language.ENGLISH, true, true),
            new Sample("narrow", 480, 1800, Language.FRENCH, false, true),
            new Sample("arabic", 1000, 1500, Language.ARABIC, false, true),
            new Sample("empty", 800, 500, Language.ENGLISH, false, false),
            new Sample("empty-narrow", 480, 500, Language.FRENCH, true, false));

    private TransfersPicture() {}

    public static void main(String[] folder) throws Exception {
        Path pictures = Files.createDirectories(Path.of(folder[0]));
        var up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        up.await();
        Platform.setImplicitExit(false);
        for (Sample look : LOOKS) {
            var drawn = new CountDownLatch(1);
            Platform.runLater(() -> {
                try {
                    draw(look, pictures);
                    if (look.full()) drawPart(look, pictures);
                } finally {
                    drawn.countDown();
                }
            });
            if (!drawn.await(30, TimeUnit.SECONDS)) throw new IllegalStateException("no picture of " + look);
        }
        Platform.exit();
    }

    private static void draw(Sample look, Path pictures) {
        Application.setUserAgentStylesheet(
                look.dark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        var fixture = new TransfersFixture(new FxThread(Runnable::run, Runnable::run));
        if (look.full()) fill(fixture.node);
        var context = fixture.context(look.language());
        var model = new TransfersViewModel(context, fixture.thumbnails);
        if (look.full()) {
            fixture.node.progress("run", 734_000_000, 61_400_000, List.of(TransfersFixture.fingerprint("bb"),
                    TransfersFixture.fingerprint("cc"), TransfersFixture.fingerprint("c1")));
            fixture.node.progress("room-Eva", 400_000, 3_100_000);
            fixture.node.publish(new NodeEvent.Helping("offer-room", 1, 1.12));
            fixture.node.publish(new NodeEvent.Helping("offer-done", 4, null));
            for (TransferRow row : model.rows()) {
                if (row instanceof TransferRow.Offer(var offer) && !offer.transfers().receivers().isEmpty()) {
                    offer.unfold(true);
                }
            }
        }
        var page = new TransfersPage(context, model,
                new SpeedLimit(fixture.node, context.background()));
        var stage = new Stage();
        stage.setScene(new Scene(page.view(), look.width(), look.height()));
        Appearance.dress(stage.getScene(), 100);
        Appearance.mirror(stage.getScene(), look.language().isMirrored());
        stage.show();
        page.view().applyCss();
        page.view().layout();
        page.view().layout();
        Pictures.write(stage.getScene().snapshot(null), pictures.resolve("transfers-" + look.name() + ".png"));
        stage.close();
        page.close();
        model.close();
    }

    /// The sheet in which some of a folder is taken.
    private static void drawPart(Sample look, Path pictures) {
        var fixture = new TransfersFixture(new FxThread(Runnable::run, Runnable::run));
        fixture.node.has(folder("part", "Łucja", TransferState.OFFERED, 0, List.of(), "Holiday in Brittany"));
        Item raw = new Item("raw", true, 40, 900_000_000);
        fixture.node.folders.put("",
                new OfferListing(List.of(new Item("Holiday in Brittany", true, 120, 1_200_000_000)), 0));
        fixture.node.folders.put("Holiday in Brittany", new OfferListing(List.of(new Item("empty", true, 0, 0), raw,
                new Item(".thumbnails", false, 1, 12_000), new Item("a name that is " + "long ".repeat(20) + ".jpg",
                        false, 1, 4_000_000),
                new Item("صور الرحلة.jpg", false, 1, 3_000_000)), 77));
        var context = fixture.context(look.language());
        var model = new PartViewModel(context,
                OfferFacts.of(fixture.node.recent().getFirst()), "part", () -> {});
        model.choose("Holiday in Brittany/raw", raw, false);
        var sheet = new OfferPartSheet(context, model, () -> {});
        var stage = new Stage();
        sheet.view().getStyleClass().add("sheet");
        sheet.view().setMaxHeight(Region.USE_PREF_SIZE);
        var shade = new StackPane(sheet.view());
        shade.getStyleClass().add("shade");
        stage.setScene(new Scene(new StackPane(shade), look.width(), 700));
        Appearance.dress(stage.getScene(), 100);
        Appearance.mirror(stage.getScene(), look.language().isMirrored());
        stage.show();
        for (int i = 0; i < 3; i++) {
            shade.applyCss();
            shade.layout();
        }
        Pictures.write(stage.getScene().snapshot(null), pictures.resolve("part-" + look.name() + ".png"));
        stage.close();
        sheet.close();
    }

    private static void fill(FakeFileTransfers node) {
        node.has(in("ask", "Max Müller", TransferState.OFFERED, null, 0, 4_321_000, "Holiday in Brittany.jpg"));
        node.has(in("evil", "\u202eevE\u202c with a name that is as long as names can be and goes on and on",
                TransferState.OFFERED, null, 0, 812, "invoice\u202efdp.exe"));
        node.has(folder("folder", "Łucja", TransferState.OFFERED, 0, List.of(), "Holiday in Brittany"));
        node.has(folder("mixed", "Noor", TransferState.RUNNING, 310_000_000, List.of(), "Photos", "map.pdf", "Films",
                "notes"));
        node.has(in("run", "Łucja", TransferState.RUNNING, null, 100, 2_600_000_000L, "Lecture 7 – routing.mp4"));
        node.has(out("room", "#class", "Eva", TransferState.RUNNING, null, 0));
        node.has(out("room", "#class", "Ali", TransferState.DONE, null, 1_000_000));
        node.has(out("room", "#class", "Bo", TransferState.OFFERED, null, 0));
        node.has(in("full", "Noor", TransferState.PAUSED, FailureReason.DISK_FULL, 40_000_000, 90_000_000,
                "صور الرحلة.zip",
                "😀 party.png", "notes", "a.txt", "b.txt", "c.txt"));
        node.has(in("turn", "محمد بن عبد الله الطويل", TransferState.WAITING, null, 0, 1_500_000, "song.flac"));
        node.has(out("p", "bb".repeat(32), "Anh Tú", TransferState.OFFERED, null, 0));
        node.has(in("done", "Max Müller", TransferState.DONE, null, 52_000, 52_000, "x".repeat(240) + ".pdf"));
        node.has(in("no", "Max Müller", TransferState.FAILED, FailureReason.DECLINED, 0, 52_000, "game.zip"));
        node.has(in("changed", "Łucja", TransferState.FAILED, FailureReason.SOURCE_CHANGED, 20, 52_000, "draft.odt"));
        node.has(out("q", "bb".repeat(32), "Anh Tú", TransferState.DONE, null, 1_000_000));
    }

    private static Transfer in(String id, String name, TransferState state, FailureReason reason, long bytes,
            long total,
            String... names) {
        List<Path> paths = state == TransferState.DONE ? List.of(Path.of("/downloads/" + names[0])) : List.of();
        return PlainRecords.transfer(new Ids("offer-" + id, id, "#class"), Direction.IN,
                new Other(TransfersFixture.fingerprint("bb"), name),
                new Content(List.of(names), names.length == 1 ? 1 : 14, total),
                new Progress(state, bytes, reason, false), Instant.now().minus(Duration.ofMinutes(20)), paths);
    }

    private static Transfer folder(String id, String name, TransferState state, long bytes, List<Path> paths,
            String... names) {
        return PlainRecords.transfer(new Ids("offer-" + id, id, "#class"), Direction.IN,
                new Other(TransfersFixture.fingerprint("bb"), name),
                new Content(List.of(names), 120, 1_200_000_000, names.length), new Progress(state, bytes, null, false),
                Instant.now().minus(Duration.ofMinutes(3)), paths);
    }

    private static Transfer out(String offer, String conversation, String name, TransferState state,
            FailureReason reason,
            long bytes) {
        Transfer known = TransfersFixture.outgoing(offer, conversation, name, state);
        return FakeFileTransfers.with(known, state, reason, bytes, List.of());
    }
}
