package io.landline.lab.game;

import io.landline.lab.game.Match.Seat;
import io.landline.lab.net.Connection;
import io.landline.lab.net.Lines;
import io.landline.lab.net.Lines.Line;
import io.landline.lab.net.TcpService;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Noughts and crosses between two clients (S14): the server pairs them, asks in turn, and is the only one who knows
/// the rules.
///
///     Ada                          server                          Bob
///      | -- 'Ada' ------------------> |                              |
///      | <----------- 'Welcome Ada'   |                              |
///      |                              | <------------------- 'Bob' --|
///      |                              |   'Welcome Bob' ------------>|
///      | <------- 'init@1@Ada@Bob'    |   'init@1@Ada@Bob' --------->|
///      | <--- 'move@1@.........'      |                              |
///      | -- '1' --------------------> |   'move@1@X........' ------->|
///      |                      …       |                              |
///      | <- 'GameEnd@1@win@Ada@XXXOO....' to both, and FIN           |
///
/// Lock: the server itself, held while players are paired, never while sending or reading.
public final class TicTacToeServer implements TcpService {
    static final int NAME_MAX = 32;
    /// A line is a name or a move.
    private static final int LINE_BYTES_MAX = 256;

    private final Duration moveTime;
    private @Nullable Seat waiting;
    private final Map<Seat, Match> matches = new HashMap<>(); // bounded by the server's connections
    private int lastId;

    public TicTacToeServer() { this(Match.MOVE_TIME); }

    TicTacToeServer(Duration moveTime) { this.moveTime = moveTime; }

    @Override
    public void converse(Connection client) throws IOException, InterruptedException {
        var lines = new Lines(client, LINE_BYTES_MAX);
        Line first = lines.next();
        if (first == null) return;
        String name = text(client, first).strip();
        if (!isName(name)) {
            client.write(Lines.of("error@0@name"), first.heard());
            client.finish();
            return;
        }
        var seat = new Seat(client, name);
        seat.send("Welcome " + name);
        sitDown(seat);
        try {
            Line line;
            while ((line = lines.next()) != null) {
                boolean plays = heard(seat, text(client, line));
                if (!plays) client.leave(line.heard(), "nobody to play with yet");
            }
        } catch (IOException e) {
            Match match = matchOf(seat);
            if (match == null || !match.isOver()) throw e; // after the end the referee closes
        } finally {
            standUp(seat);
        }
    }

    /// Empty where it is no text, which then is said.
    private static String text(Connection client, Line line) {
        String text = line.text();
        if (text != null) return text;
        client.remarkNoText(line.heard());
        return "";
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.codePointCount(0, name.length()) <= NAME_MAX && name.indexOf('@') < 0
                && name.chars().noneMatch(Character::isISOControl);
    }

    private synchronized void sitDown(Seat seat) {
        Seat first = waiting;
        if (first == null) {
            waiting = seat;
            return;
        }
        waiting = null;
        var match = new Match(++lastId, first, seat, moveTime);
        matches.put(first, match);
        matches.put(seat, match);
        Thread.ofVirtual().name("lab-referee").start(match);
    }

    /// False where there is no game yet: then it is kept for the first turn, as what is said out of turn.
    private synchronized boolean heard(Seat seat, String line) {
        Match match = matches.get(seat);
        if (match == null) {
            seat.keep(line);
        } else {
            match.heard(seat, line);
        }
        return match != null;
    }

    private synchronized void standUp(Seat seat) {
        if (waiting == seat) waiting = null;
        Match match = matches.remove(seat);
        if (match != null) match.left(seat);
    }

    private synchronized @Nullable Match matchOf(Seat seat) {
        return matches.get(seat);
    }
}
