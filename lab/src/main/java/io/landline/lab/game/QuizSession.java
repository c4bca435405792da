package io.landline.lab.game;

import io.landline.lab.game.Scores.Standing;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One connection's course through the quiz. Confined to the connection's thread.
final class QuizSession {
    /// `START|name|n`, or `name n`, `name,n`, `name;n`, `name|n`: the last field is the number.
    private static final Pattern START = Pattern.compile("(?:START\\|)?(.*?)[ ,;|]+(\\d{1,9})");
    private static final Pattern ANSWER = Pattern.compile("(?:ANSWER\\|)?\\s*([A-Za-z])", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCOUNT = Pattern.compile("(REGISTER|LOGIN)\\|([^|]*)\\|(.*)");

    private static final String NO_GAME = "ERROR|no game: START|name|number first";
    private static final String BUSY = "ERROR|too many passwords: try again in a minute";

    private final QuizServer quiz;
    private final Object source;
    private @Nullable String loggedIn;
    private @Nullable String player;

    /// @param source the address that it comes from
    QuizSession(QuizServer quiz, Object source) {
        this.quiz = quiz;
        this.source = source;
    }

    /// The one reply to a message. An error loses and advances nothing.
    String reply(String said) throws IOException {
        Matcher account = ACCOUNT.matcher(said);
        if (account.matches()) {
            boolean register = account.group(1).equals("REGISTER");
            return register
                    ? register(account.group(2).strip(), account.group(3))
                    : logIn(account.group(2).strip(), account.group(3));
        }
        String name = player;
        Matcher answer = ANSWER.matcher(said);
        if (answer.matches()) {
            return name == null ? NO_GAME : answer(name, answer.group(1));
        }
        Matcher start = START.matcher(said);
        if (!start.matches()) return name == null ? NO_GAME : "ERROR|not understood: ANSWER|A, or the letter alone";
        return name != null ? "ERROR|already playing" : start(start.group(1).strip(), start.group(2));
    }

    private String register(String name, String password) throws IOException {
        if (!QuizServer.isName(name)) return "ERROR|a name has 1 to " + QuizServer.NAME_MAX + " characters";
        if (password.isEmpty() || password.length() > Passwords.CHARS_MAX) {
            return "ERROR|a password has 1 to " + Passwords.CHARS_MAX + " characters";
        }
        if (quiz.scores().account(name) != null) return "ERROR|name taken";
        if (!quiz.passwords().mayStretch(source, System.nanoTime())) return BUSY;
        if (!quiz.scores().register(name, quiz.passwords().stretched(password))) return "ERROR|name taken";
        loggedIn = name;
        return "OK|registered";
    }

    private String logIn(String name, String password) {
        String stretched = quiz.scores().account(name);
        if (stretched != null && !quiz.passwords().mayStretch(source, System.nanoTime())) return BUSY;
        boolean right = stretched != null && quiz.passwords().isRight(name, password, stretched, System.nanoTime());
        if (!right) return "ERROR|wrong name or password";
        loggedIn = name;
        return "OK|logged in";
    }

    private String start(String name, String number) throws IOException {
        if (!QuizServer.isName(name)) return "ERROR|a name has 1 to " + QuizServer.NAME_MAX + " characters";
        int count = Integer.parseInt(number);
        if (count < 1 || count > Question.COUNT_MAX) return "ERROR|the number is 1 to " + Question.COUNT_MAX;
        if (quiz.scores().account(name) != null && !name.equals(loggedIn)) return "ERROR|log in first";
        if (!quiz.seize(name)) return "ERROR|already playing";
        Standing before = quiz.scores().of(name);
        Standing now = before != null && before.isPlaying() && before.count() <= quiz.questionCount()
                ? before
                : new Standing(before == null ? 0 : before.sum(), Math.min(count, quiz.questionCount()), 0, 0,
                        quiz.newSeed());
        if (!quiz.scores().put(name, now, quiz::isPlaying)) {
            quiz.release(name);
            return "ERROR|too many players";
        }
        player = name;
        return question(now);
    }

    private String answer(String name, String letter) throws IOException {
        char chosen = letter.toUpperCase(Locale.ROOT).charAt(0);
        if (chosen > 'D') return "ERROR|A, B, C or D";
        Standing before = quiz.scores().of(name);
        if (before == null) throw new IllegalStateException("who plays has a standing");
        Standing now = before.answered(quiz.question(before.answered(), before.seed()).right() == chosen);
        if (now.answered() < now.count()) {
            quiz.scores().put(name, now);
            return question(now);
        }
        quiz.scores().put(name, now.finished());
        close();
        return "TOTAL|" + now.points() + "|" + now.count() + "|RANK|" + quiz.scores().rank(name) + "|"
                + quiz.scores().players();
    }

    private String question(Standing standing) {
        return quiz.question(standing.answered(), standing.seed()).message(standing.answered() + 1, standing.count());
    }

    /// The name is free again; an unfinished game stays as it stands.
    void close() {
        if (player != null) quiz.release(player);
        player = null;
    }
}
