package io.landline.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.manifest.ManifestPage;
import io.landline.filetransfer.manifest.ManifestPage.ListedFile;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.identity.Identity;
import io.landline.room.EntryId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Pages of manifests and of hashes, for offers that the victim takes. People take turns in five ways to do harm: pages
/// of one file each; a million files; pages that are not the named ones; the same pages of hashes again and again, out
/// of order; pages of hashes that somebody else signed.
record HostilePages(int people) implements Attack {
    private static final Duration STEP = Duration.ofMillis(20);
    private static final int WAYS = 5;
    private static final int SHORT_PAGES = 20_000;
    private static final int MOST_FILES = 1_000_000;
    private static final int SOME_FILES = 64_000;
    private static final int HASH_PAGES_PER_SECOND = 2_000;
    /// Signed once: the attacker has one core. More than the victim keeps in memory.
    private static final int HASH_PAGES = 100;
    private static final int UNASKED_PER_SECOND = 40;
    private static final int OFFERS_PER_SECOND = 2;
    private static final int REQUESTS_MAX = 1_000;
    private static final byte[] NO_HASH = HostileLog.sha256(new byte[0]);
    private static final Pattern PAGE = Pattern.compile("\"page\":(\\d+)");
    private static final Pattern OFFER = Pattern.compile("\"offer\":\"([0-9a-f]{32})\"");

    /// Manifests that are made once, for all people and offers. On one core a million entries take some seconds.
    private static final class Made {
        static final List<byte[]> SHORT = oneEach();
        static final List<byte[]> MOST = full(MOST_FILES);
        static final List<byte[]> SOME = full(SOME_FILES);

        private static List<byte[]> oneEach() {
            var pages = new ArrayList<byte[]>();
            byte[] next = new byte[NO_HASH.length];
            for (int n = SHORT_PAGES - 1; n >= 0; n--) {
                pages.add(new ManifestPage(List.of(file(n)), next).bytes());
                next = HostileLog.sha256(pages.getLast());
            }
            return pages.reversed();
        }

        private static List<byte[]> full(int files) {
            var entries = new ArrayList<ListedFile>();
            for (int n = 0; n < files; n++) entries.add(file(n));
            return ManifestPage.pagesOf(entries);
        }

        private static ListedFile file(int number) {
            return new ListedFile("an empty file, number " + number, 0, 0);
        }
    }

    /// A request for a page of one of this person's offers.
    private record Asked(String offer, int page) {}

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        long entries = (long) Made.SHORT.size() + Made.MOST.size() + Made.SOME.size();
        if (entries == 0) throw new IllegalStateException("nothing to attack with");
        var way = new AtomicInteger();
        Crowd.run(target, people, begun, session -> act(way.getAndIncrement() % WAYS, target, session));
    }

    private static void act(int way, Target target, HostileSession session) throws IOException, InterruptedException {
        var log = new HostileLog(session.identity, target.conversation(), ThreadLocalRandom.current().nextLong());
        BlockingQueue<Asked> asked = new LinkedBlockingQueue<>(REQUESTS_MAX);
        session.hear(frame -> note(frame, asked));
        List<byte[]> pages = way == 0 ? Made.SHORT : way == 1 ? Made.MOST : Made.SOME;
        int files = way == 0 ? SHORT_PAGES : way == 1 ? MOST_FILES : SOME_FILES;
        var offers = new FrameBeat(OFFERS_PER_SECOND);
        var hashes = new FrameBeat(HASH_PAGES_PER_SECOND);
        var unasked = new FrameBeat(UNASKED_PER_SECOND);
        String newest = offer(target, session, log, files, pages.getFirst());
        List<byte[]> signed = way >= 3
                ? hashPages(way == 3 ? session.identity : Identity.generate(), newest)
                : List.of();
        for (int round = 0; session.isOpen(); round++) {
            Asked next = asked.poll(STEP.toMillis(), TimeUnit.MILLISECONDS);
            if (next != null) answer(way, session, pages, next);
            if (way == 0 || way == 2) {
                for (int i = offers.due(); i > 0; i--) newest = offer(target, session, log, files, pages.getFirst());
            }
            for (int i = unasked.due(); way == 2 && i > 0; i--) send(session, newest, round, pages.getFirst());
            for (int i = hashes.due(); way >= 3 && i > 0; i--) {
                session.send(FrameType.HASHES, signed.get(ThreadLocalRandom.current().nextInt(HASH_PAGES)));
            }
        }
    }

    private static void note(Frame frame, BlockingQueue<Asked> asked) {
        if (frame.type() != FrameType.MANIFEST_REQUEST) return;
        var text = new String(frame.body(), UTF_8);
        Matcher page = PAGE.matcher(text);
        Matcher offer = OFFER.matcher(text);
        if (page.find() && offer.find()) {
            boolean _ = asked.offer(new Asked(offer.group(1), Integer.parseInt(page.group(1))));
        }
    }

    private static void answer(int way, HostileSession session, List<byte[]> pages, Asked next) throws IOException {
        Sent.answer();
        if (next.page >= pages.size()) {
            send(session, next.offer, next.page, new byte[0]);
            return;
        }
        byte[] page = pages.get(next.page).clone();
        if (way == 2) page[page.length / 2] ^= 1;
        send(session, next.offer, next.page, page);
    }

    private static void send(HostileSession session, String offer, int number, byte[] page) throws IOException {
        session.send(FrameType.MANIFEST_PAGE, ByteBuffer.allocate(20 + page.length)
                .put(HexFormat.of().parseHex(offer))
                .putInt(number)
                .put(page)
                .array());
    }

    /// The new offer's id.
    private static String offer(Target target, HostileSession session, HostileLog log, int files, byte[] first)
            throws IOException {
        String body = "{\"files\":" + files + ",\"bytes\":0,\"names\":[\"spam\"],\"chunk\":1048576,\"manifest\":\""
                + HexFormat.of().formatHex(HostileLog.sha256(first)) + "\",\"hash\":1,\"folders\":0}";
        byte[] entry = log.next(HostileLog.OFFER, body.getBytes(UTF_8));
        session.send(FrameType.ENTRIES, HostileLog.frame(target.conversation(), List.of(entry)));
        return HexFormat.of().formatHex(log.newestHash(), 0, EntryId.BYTES);
    }

    /// The first ones of the files that [Made#SOME] lists, as frames hold them.
    private static List<byte[]> hashPages(Identity signer, String offer) {
        var hashes = new byte[HashPage.CHUNKS * NO_HASH.length];
        for (int i = 0; i < HashPage.CHUNKS; i++) {
            System.arraycopy(NO_HASH, 0, hashes, i * NO_HASH.length, NO_HASH.length);
        }
        EntryId id = EntryId.of(HexFormat.of().parseHex(offer));
        var pages = new ArrayList<byte[]>();
        for (int n = 0; n < HASH_PAGES; n++) pages.add(HashPage.signed(signer, id, n, hashes).bytes());
        return pages;
    }
}
