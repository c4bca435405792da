package io.landline.lab.game;

import io.landline.lab.net.Connection;
import io.landline.lab.net.Lines;
import io.landline.lab.net.Lines.Line;
import io.landline.lab.net.TcpService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A quiz for several clients at once (S12): exactly one message of the server for each of the client.
///
///     client                                 server
///       | -- 'START|Ada|3' -------------------> |
///       | <-- 'QUESTION|1|3|Which …|A) …|B) …'  |
///       | -- 'ANSWER|B' ----------------------> |
///       | <-- 'QUESTION|2|3|…'                  |
///       |            …                          |
///       | <-- 'TOTAL|2|3|RANK|1|1'              |   points, of, rank, players
///
/// A player who leaves in mid-game and comes again under the same name goes on at the first unanswered question.
/// Thread-safe: a thread a client.
public final class QuizServer implements TcpService {
    static final int NAME_MAX = 32;
    private static final int LINE_BYTES_MAX = 1_024;

    private final List<Question> questions;
    private final Scores scores;
    private final boolean shuffles;
    private final Passwords passwords = new Passwords();
    private final Set<String> playing = new HashSet<>(); // guarded by itself

    /// @param state the file that keeps the results; null: they end with the server
    public QuizServer(List<Question> questions, boolean shuffles, @Nullable Path state) throws IOException {
        this.questions = List.copyOf(questions);
        this.shuffles = shuffles;
        scores = new Scores(state);
    }

    @Override
    public void converse(Connection client) throws IOException {
        var lines = new Lines(client, LINE_BYTES_MAX);
        var session = new QuizSession(this, client.peer().source());
        try {
            Line line;
            while ((line = lines.next()) != null) {
                String text = line.text();
                if (text == null) client.remarkNoText(line.heard());
                client.write(Lines.of(text == null ? "ERROR|not UTF-8" : session.reply(text.strip())), line.heard());
            }
        } finally {
            session.close();
        }
    }

    Scores scores() {
        return scores;
    }

    Passwords passwords() {
        return passwords;
    }

    int questionCount() {
        return questions.size();
    }

    /// In the file's order for seed 0, else shuffled by it, so that an interrupted game goes on in its own order.
    Question question(int index, long seed) {
        if (seed == 0) return questions.get(index);
        var order = new ArrayList<>(questions);
        Collections.shuffle(order, new Random(seed));
        return order.get(index);
    }

    long newSeed() {
        return shuffles ? new Random().nextLong() | 1 : 0;
    }

    /// False where somebody plays under the name at this moment.
    boolean seize(String name) {
        synchronized (playing) {
            return playing.add(name);
        }
    }

    boolean isPlaying(String name) {
        synchronized (playing) {
            return playing.contains(name);
        }
    }

    void release(String name) {
        synchronized (playing) {
            playing.remove(name);
        }
    }

    static boolean isName(String name) {
        return !name.isEmpty() && name.codePointCount(0, name.length()) <= NAME_MAX && name.indexOf('|') < 0
                && name.chars().noneMatch(Character::isISOControl);
    }
}
