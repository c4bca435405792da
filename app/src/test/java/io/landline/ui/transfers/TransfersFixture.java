package io.landline.ui.transfers;

import io.landline.filetransfer.TransferState;
import io.landline.fixture.PlainRecords;
import io.landline.language.Language;
import io.landline.node.port.Contacts;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Ids;
import io.landline.node.port.FileTransfers.Other;
import io.landline.node.port.FileTransfers.Progress;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.UnreachedOffer;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.picture.FakeThumbnails;
import io.landline.room.EntryId;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.fx.FxThread;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.NodePorts.NetworkPorts;
import io.landline.ui.page.PageContext;
import io.landline.ui.welcome.FakeWindow;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What pages get, made of fakes: everything happens at once on the test's thread.
final class TransfersFixture {
    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    static final Fingerprint SELF = fingerprint("aa");

    final FakeFileTransfers node = new FakeFileTransfers();
    final FakeChats chats = new FakeChats(SELF);
    final FakeThumbnails thumbnails = new FakeThumbnails();
    final FakeWindow window = new FakeWindow();
    boolean connected = true;
    /// Whether Max is blocked.
    boolean blocked;
    Instant now = NOW;
    private final FxThread fx;

    TransfersFixture(FxThread fx) { this.fx = fx; }

    /// For tests of view models.
    static TransfersFixture onThisThread() {
        return new TransfersFixture(new FxThread(Runnable::run, Runnable::run));
    }

    PageContext context(Language language) {
        // The other ports are not for this page.
        var ports = new NodePorts(SELF, chats, node, contacts(), null, null, node::watch,
                new NetworkPorts(null, null, null));
        return window.context(ports, fx, language);
    }

    /// Everybody is connected, or nobody.
    private Contacts contacts() {
        return (Contacts) Proxy.newProxyInstance(Contacts.class.getClassLoader(), new Class<?>[]{Contacts.class},
                (_, method, _) -> {
                    if (!method.getName().equals("contacts")) throw new AssertionError(method + " is not asked here");
                    if (blocked) return List.of(person("bb", Trait.BLOCKED));
                    return connected
                            ? Stream.of("bb", "cc", "c1", "c2").map(each -> person(each, Trait.CONNECTED)).toList()
                            : List.of();
                });
    }

    private static Contact person(String twoDigits, Trait trait) {
        return PlainRecords.contact(fingerprint(twoDigits), twoDigits, Set.of(trait), List.of(), List.of(), List.of());
    }

    TransfersViewModel model() {
        return new TransfersViewModel(context(Language.ENGLISH), thumbnails, () -> now);
    }

    static Fingerprint fingerprint(String twoDigits) {
        return Fingerprint.parse(twoDigits.repeat(32));
    }

    /// Max offers a picture.
    static Transfer incoming(String id, TransferState state) {
        return PlainRecords.transfer(new Ids("offer-" + id, id, "#class"), Direction.IN,
                new Other(fingerprint("bb"), "Max"),
                new Content(List.of("holiday.jpg"), 1, 4_000_000), new Progress(state, 0, null, false),
                NOW.minus(Duration.ofMinutes(5)), List.of());
    }

    /// We offer a paper, to this receiver.
    static Transfer outgoing(String offer, String conversation, String name, TransferState state) {
        return outgoing(offer, conversation, name, state, "cc");
    }

    static Transfer outgoing(String offer, String conversation, String name, TransferState state, String peer) {
        return PlainRecords.transfer(new Ids("offer-" + offer, offer + "-" + name, conversation), Direction.OUT,
                new Other(fingerprint(peer), name), new Content(List.of("homework.pdf"), 1, 1_000_000),
                new Progress(state, 0, null, false), NOW.minus(Duration.ofMinutes(9)),
                List.of(Path.of("/home/me/homework.pdf")));
    }

    /// We offer a paper to a room in which nobody is.
    static UnreachedOffer unreached(String offer, String... people) {
        List<Other> waitsFor = Stream.of(people).map(each -> new Other(fingerprint("cc"), each)).toList();
        return new UnreachedOffer("offer-" + offer, "#class", new Content(List.of("homework.pdf"), 1, 1_000_000),
                NOW.minus(Duration.ofMinutes(3)), waitsFor);
    }

    static TimelineItem.Offer item(String offer, boolean own, Instant written) {
        return new TimelineItem.Offer(
                new TimelineItem.Head(null, new EntryId(0, 1), fingerprint("bb"), own ? "" : "Max", own, written,
                        TimelineItem.Delivery.NOWHERE),
                offer,
                List.of("old.zip"), 1, 5_000);
    }
}
