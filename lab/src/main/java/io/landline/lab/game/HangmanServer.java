package io.landline.lab.game;

import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.RecentSources;
import io.landline.lab.net.UdpPort;
import io.landline.lab.net.UdpPort.Datagram;
import io.landline.lab.net.UdpService;
import java.io.IOException;
import java.net.SocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Hangman over UDP (S13): a letter a datagram, one reply each. UDP has no connections, so the game belongs to the
/// sender's address and port; and datagrams may be lost, so every question can be asked again without harm.
/// Confined to the thread that serves.
///
///     player                    server
///       | -- 'START' -----------> |
///       | <---------- 'LENGTH 6'  |
///       | -- 'a' ---------------> |
///       | <--------- 'HIT 2 4 6'  |
///       | -- 'x' ---------------> |
///       | <------------ 'MISS 5'  |   five more may be wrong
///       | -- 'n', 'b' ----------> |
///       | <--- 'END WON BANANA'   |
public final class HangmanServer implements UdpService {
    static final String START = "START";
    private static final Pattern WORD = Pattern.compile("[A-Z]{4,12}");
    private static final String GUESS = "GUESS ";

    private final List<String> words;
    private final RandomGenerator random;
    private final RecentSources<SocketAddress, Hangman> games = new RecentSources<>();

    /// @param words of 4 to 12 letters each
    /// @throws LabException one of them is not such a word
    public HangmanServer(List<String> words, RandomGenerator random) throws LabException {
        this.words = words.stream()
                .map(word -> word.strip().toUpperCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
        this.random = random;
        for (String each : this.words) {
            if (!WORD.matcher(each).matches()) {
                throw new LabException("{0} is no word for hangman: 4 to 12 letters from A to Z, please.", each);
            }
        }
        if (this.words.isEmpty()) {
            throw new LabException("There is no word to guess. Give one with --word, or a file of them with --words.");
        }
    }

    @Override
    public LabMessage serve(UdpPort port) throws IOException {
        while (true) {
            Datagram datagram = port.receive(UdpPort.BUFFER_BYTES);
            String text = datagram.payload().text();
            if (text == null) {
                port.leaveNoText(datagram);
                continue;
            }
            String reply = reply(datagram.from(), text.strip().toUpperCase(Locale.ROOT), System.nanoTime());
            port.answer(datagram, Payload.of(reply));
            if (reply.startsWith("END ") && !port.goesOn()) return LabMessage.of("one game, as asked");
        }
    }

    /// @param said in capitals, without blanks around it
    String reply(SocketAddress player, String said, long now) {
        @Nullable
        Hangman game = games.get(player, now);
        if (said.equals(START)) {
            if (game == null || game.hasBegun()) {
                game = new Hangman(words.get(random.nextInt(words.size())));
                games.put(player, game, now);
            }
            return "LENGTH " + game.word().length();
        }
        String letter = said.startsWith(GUESS) ? said.substring(GUESS.length()).strip() : said;
        if (game == null) return "ERROR no game";
        boolean isLetter = letter.length() == 1 && letter.charAt(0) >= 'A' && letter.charAt(0) <= 'Z';
        return isLetter ? game.guess(letter.charAt(0)) : "ERROR one letter";
    }
}
