package io.landline.attack;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// A friend who says words at an even pace, whether the words before came through or not, and when the victim had
/// each. So a victim that stands still for a second delays five words and not one. Any thread.
final class ChatPulse implements AutoCloseable {
    /// Not in step with receipts, which leave every 250 ms: so the words meet each moment of that pace.
    static final Duration EVERY = Duration.ofMillis(190);
    /// What is not delivered by then never is, for the table.
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /// A word: its number in the friend's log once that is known, and when it was said and delivered, by
    /// `System.nanoTime`.
    private static final class Word {
        final long said;
        long number = Long.MAX_VALUE;
        long delivered;

        Word(long said) { this.said = said; }
    }

    private final LiveNode friend;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<Word> words = new ArrayList<>();
    private long upTo;

    private ChatPulse(LiveNode friend) { this.friend = friend; }

    /// @param victim its fingerprint
    static ChatPulse start(LiveNode friend, String victim) {
        var pulse = new ChatPulse(friend);
        friend.onDelivered(event -> {
            if (event.get("peer").getAsString().equals(victim)) pulse.delivered(event.get("seq").getAsLong());
        });
        pulse.clock.scheduleAtFixedRate(pulse::say, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return pulse;
    }

    private void say() {
        var word = new Word(System.nanoTime());
        synchronized (this) {
            words.add(word);
        }
        try {
            friend.ask(LiveNode.does("say", "to", "#" + Target.KEYED_ROOM, "text", "word"))
                    .thenAccept(answer -> said(word, answer));
        } catch (IOException e) {
            // the friend is gone: the word is never delivered
        }
    }

    private synchronized void said(Word word, JsonObject answer) {
        if (!answer.has("seq")) return;
        word.number = answer.get("seq").getAsLong();
        if (word.number > upTo) return;
        word.delivered = System.nanoTime(); // its mark was read before its answer
        notifyAll();
    }

    private synchronized void delivered(long number) {
        upTo = Math.max(upTo, number);
        long now = System.nanoTime();
        for (Word word : words) if (word.delivered == 0 && word.number <= upTo) word.delivered = now;
        notifyAll();
    }

    /// Of the words said between these, by `System.nanoTime`: waits until each came through or never will.
    synchronized Times between(long from, long until) throws InterruptedException {
        long end = until + PATIENCE.toNanos();
        List<Word> said = words.stream().filter(word -> from <= word.said && word.said < until).toList();
        while (said.stream().anyMatch(word -> word.delivered == 0) && waitUntil(end));
        return Times.of(
                said.stream()
                        .mapToDouble(
                                word -> word.delivered == 0
                                        ? Double.POSITIVE_INFINITY
                                        : (word.delivered - word.said) / 1e6));
    }

    /// Of the words said between these, by `System.nanoTime`, each that took longer: when it was said, in seconds after
    /// the first of these, and how long it took. To be asked after [#between].
    synchronized List<String> slower(long from, long until, long millis) {
        return words.stream()
                .filter(word -> from <= word.said && word.said < until
                        && word.delivered - word.said > millis * 1_000_000)
                .map(word -> String.format(Locale.ROOT, "%.1f s: %,d ms", (word.said - from) / 1e9,
                        (word.delivered - word.said) / 1_000_000))
                .toList();
    }

    /// When the first word of all came through, by `System.nanoTime`; empty where none did in time.
    synchronized OptionalLong firstDelivered(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        // a mark may come for words of an earlier run
        while (words.stream().allMatch(word -> word.delivered == 0) && waitUntil(end));
        return words.stream().mapToLong(word -> word.delivered).filter(nanos -> nanos != 0).min();
    }

    private boolean waitUntil(long end) throws InterruptedException {
        long left = end - System.nanoTime();
        if (left > 0) TimeUnit.NANOSECONDS.timedWait(this, left);
        return left > 0;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
