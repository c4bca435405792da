package io.landline.doctor.probe;

import io.landline.doctor.system.FollowedCommand;
import io.landline.doctor.system.LinkAnswers;
import io.landline.doctor.system.LinkNeighbours;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/// Whether one computer answers on the link from a moment on. Knows the table of that moment, and listens to what the
/// system tells of its neighbours from then on, so that an answer from before does not count. One thread.
final class LinkWatch implements AutoCloseable {
    /// The system asks anew for an address that it knows only once its last answer is old: Linux after 15 to 45 s, then
    /// 5 s later, three times in 3 s. A person does not wait for all of that; 20 s are enough where the answer was 15 s
    /// old or older.
    static final Duration WITHIN = Duration.ofSeconds(20);

    /// Sends something to the computer, which makes the system ask for its address.
    interface Asking {
        /// Takes about a second.
        ///
        /// @return whether the computer itself was heard, so that the table does not matter any more
        boolean askAndListen() throws InterruptedException;
    }

    private final SystemLink link;
    private final InetAddress address;
    private final LinkAnswers answers;
    private final FollowedCommand news;
    private final Optional<LinkNeighbours> before;
    private final long began = System.nanoTime();

    private LinkWatch(SystemLink link, InetAddress address, LinkAnswers answers, FollowedCommand news,
            Optional<LinkNeighbours> before) {
        this.link = link;
        this.address = address;
        this.answers = answers;
        this.news = news;
        this.before = before;
    }

    /// To be made before anything is sent there.
    static LinkWatch begin(SystemLink link, InetAddress address) throws InterruptedException {
        var answers = new LinkAnswers();
        FollowedCommand news = link.follow(answers);
        try {
            return new LinkWatch(link, address, answers, news, link.table());
        } catch (InterruptedException | RuntimeException e) {
            news.close();
            throw e;
        }
    }

    /// Who answered by now; empty where the system does not show it.
    Optional<LinkNeighbours> now() throws InterruptedException {
        return link.table().map(now -> link.inUse(now.since(before.orElse(now), answers::contains)));
    }

    /// The same once the system has made up its mind about the computer, or time is over.
    Optional<LinkNeighbours> verdict(Asking asking) throws InterruptedException {
        while (true) {
            Optional<LinkNeighbours> seen = now();
            boolean undecided = seen.flatMap(table -> table.of(address))
                    .equals(Optional.of(LinkNeighbours.Answer.REMEMBERED));
            if (!undecided || System.nanoTime() - began >= WITHIN.toNanos() || asking.askAndListen()) return seen;
        }
    }

    @Override
    public void close() {
        news.close();
    }
}
