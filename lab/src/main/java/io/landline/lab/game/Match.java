package io.landline.lab.game;

import io.landline.lab.net.Connection;
import io.landline.lab.net.Lines;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// One game of S14 with its referee, who has a thread; the players' own threads bring what they say by [#heard] and
/// [#left].
///
/// Lock: the match itself, held for a few assignments and while waiting for news, never while sending.
final class Match implements Runnable {
    static final Duration MOVE_TIME = Duration.ofSeconds(60);
    /// What a player says out of turn is kept for the turn, up to here; more is dropped. The end of a line counts too:
    /// empty ones would be kept without a bound, and each of them gets an answer.
    static final int KEPT_BYTES_MAX = 64;
    /// A client that was told the end should close; one that does not is closed.
    private static final Duration CLOSING_TIME = Duration.ofSeconds(1);

    /// A player's side of the table.
    static final class Seat {
        final Connection connection;
        final String name;
        private final Queue<String> kept = new ArrayDeque<>();
        private int keptBytes;
        private boolean gone;
        private long sentAt = System.nanoTime() - Connection.APART.toNanos();

        Seat(Connection connection, String name) {
            this.connection = connection;
            this.name = name;
        }

        /// What is too much is dropped. Under the lock of the server before the match, then under the match's.
        void keep(String line) {
            if (keptBytes + size(line) > KEPT_BYTES_MAX) return;
            kept.add(line);
            keptBytes += size(line);
        }

        /// One message, at least [Connection#APART] after the one before: a course client takes one read for one
        /// message.
        synchronized void send(String text) throws IOException, InterruptedException {
            Duration since = Duration.ofNanos(System.nanoTime() - sentAt);
            if (since.compareTo(Connection.APART) < 0) Thread.sleep(Connection.APART.minus(since));
            connection.write(Lines.of(text));
            sentAt = System.nanoTime();
        }
    }

    private final int id;
    private final Seat x;
    private final Seat o;
    private final Duration moveTime;
    private boolean isOver;

    Match(int id, Seat x, Seat o, Duration moveTime) {
        this.id = id;
        this.x = x;
        this.o = o;
        this.moveTime = moveTime;
    }

    synchronized void heard(Seat seat, String line) {
        seat.keep(line);
        notifyAll();
    }

    /// With its end.
    private static int size(String line) {
        return line.length() + 1;
    }

    /// How many lines wait for this player's turn.
    synchronized int kept(Seat seat) {
        return seat.kept.size();
    }

    synchronized void left(Seat seat) {
        seat.gone = true;
        notifyAll();
    }

    synchronized boolean isOver() {
        return isOver;
    }

    @Override
    public void run() {
        try {
            tellBoth("init@" + id + "@" + x.name + "@" + o.name);
            tellBoth("GameEnd@" + id + "@" + play());
            synchronized (this) {
                isOver = true;
            }
            endBoth();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the server stops, and closes the connections
        }
    }

    /// The answer is how it ended: `win@Ada@XXXOO....`, `draw@@…` or `left@Bob@…` with who stayed.
    private String play() throws InterruptedException {
        Board board = Board.empty();
        while (true) {
            Seat turn = board.whoseTurn() == 'X' ? x : o;
            Seat other = turn == x ? o : x;
            int cell = move(turn, other, board);
            if (cell == 0) {
                return "left@" + (hasLeft(turn) || !hasLeft(other) ? other : turn).name + "@" + board.cells();
            }
            board = board.with(cell);
            if (board.isWon()) return "win@" + turn.name + "@" + board.cells();
            if (board.isFull()) return "draw@@" + board.cells();
        }
    }

    /// Asks until a free cell is named; 0 where one of the two has left, or the time is over.
    private int move(Seat turn, Seat other, Board board) throws InterruptedException {
        String question = "move@" + id + "@" + board.cells();
        if (!tell(turn, question)) return 0;
        long until = System.nanoTime() + moveTime.toNanos();
        for (String said; (said = answer(turn, other, until)) != null;) {
            int cell = cell(said);
            if (cell != 0 && board.isFree(cell)) return cell;
            if (!tell(turn, question + (cell == 0 ? "@range" : "@taken"))) return 0;
        }
        return 0;
    }

    /// Null where one of the two has left, or the time for the whole move is over: wrong ones win no more of it.
    private synchronized @Nullable String answer(Seat turn, Seat other, long until) throws InterruptedException {
        while (true) {
            long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
            if (left <= 0) return null;
            if (!turn.kept.isEmpty()) break;
            if (turn.gone || other.gone) return null;
            wait(left);
        }
        String said = turn.kept.remove();
        turn.keptBytes -= size(said);
        return said;
    }

    /// `5`, or `move@1@5`; 0 for anything else.
    private int cell(String said) {
        String prefix = "move@" + id + "@";
        String cell = (said.startsWith(prefix) ? said.substring(prefix.length()) : said).strip();
        return cell.matches("[1-9]") ? Integer.parseInt(cell) : 0;
    }

    private synchronized boolean hasLeft(Seat seat) {
        return seat.gone;
    }

    private void tellBoth(String text) throws InterruptedException {
        tell(x, text);
        tell(o, text);
    }

    private boolean tell(Seat seat, String text) throws InterruptedException {
        try {
            seat.send(text);
            return true;
        } catch (IOException _) {
            left(seat); // their own thread tells why
            return false;
        }
    }

    private void endBoth() throws InterruptedException {
        for (Seat each : new Seat[]{x, o}) {
            try {
                each.connection.endOutput();
            } catch (IOException _) {
                left(each);
            }
        }
        Thread.sleep(CLOSING_TIME);
        for (Seat each : new Seat[]{x, o}) {
            try {
                each.connection.close();
            } catch (IOException _) {
                left(each);
            }
        }
    }
}
