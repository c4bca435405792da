package io.landline.ui.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.ui.chats.message.LongText;
import io.landline.ui.look.EmojiLabel;
import io.landline.ui.look.MessageText;
import io.landline.ui.look.WrappingLabel;
import io.landline.ui.look.WrappingText;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.text.MessageMarkup;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.SearchTerms;
import io.landline.ui.text.SpannedText;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// H40: whatever a stranger writes, the window lays it out about as fast as plain words of as many bytes. Counted is
/// what the JavaFX thread itself works, so other work of the machine does not matter.
class HostileTextTimesTest {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 700;
    /// More than this beside plain words, and a person notices.
    private static final long MORE_MAX_MS = 100;
    /// All of a message of 16 KiB is shown to whoever asks for it.
    private static final long MORE_OF_WHOLE_MAX_MS = 200;
    /// The first time also loads classes and fonts.
    private static final int TRIES_MAX = 4;
    private static final int MESSAGE_BYTES = 16 * 1024;
    private static final int QUESTION_BYTES = 1_024;
    private static final int NAME_BYTES = 255;
    private static final int LINE_CHARACTERS = 200;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static long millis(Runnable work) {
        return TestedScreen.onFx(() -> {
            var threads = ManagementFactory.getThreadMXBean();
            long start = threads.getCurrentThreadCpuTime();
            work.run();
            return TimeUnit.NANOSECONDS.toMillis(threads.getCurrentThreadCpuTime() - start);
        });
    }

    /// The best of some tries; it need not be better than allowed.
    private static long best(Runnable work, long allowed) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TRIES_MAX && best > allowed; i++) best = Math.min(best, millis(work));
        return best;
    }

    private static void laidOut(Parent what) {
        new TestedScreen(new VBox(what), WIDTH, HEIGHT);
    }

    private static void message(String text, boolean whole) {
        LongText shown = LongText.of(text, whole);
        message(MessageMarkup.of(shown.shown(), shown.isLong() && !whole));
    }

    private static void message(SpannedText text) {
        var shown = new MessageText();
        shown.show(text);
        laidOut(shown);
    }

    private static String line(String text) {
        return PeerText.excerpt(MessageMarkup.plain(text), LINE_CHARACTERS);
    }

    private static Map<String, Consumer<String>> places() {
        var places = new LinkedHashMap<String, Consumer<String>>();
        places.put("folded message", text -> message(text, false));
        places.put("whole message", text -> message(text, true));
        places.put("found message",
                text -> message(SearchTerms.of("ab xyz").excerpt(MessageMarkup.plain(text), 24, 110)));
        places.put("line of a message", text -> laidOut(new EmojiLabel(line(text))));
        places.put("notification, hint", text -> laidOut(new WrappingText(line(text))));
        return places;
    }

    private static void check(String place, Map<String, String> texts, Consumer<String> work, List<String> slow) {
        long plain = TRIES_MAX;
        for (int i = 0; i < TRIES_MAX; i++) plain = millis(() -> work.accept(texts.get(HostileTexts.PLAIN)));
        long allowed = plain + (place.startsWith("whole") ? MORE_OF_WHOLE_MAX_MS : MORE_MAX_MS);
        String slowest = "";
        long longest = 0;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            long took = best(() -> work.accept(text.getValue()), allowed);
            if (took > allowed) slow.add(place + ": " + text.getKey() + " takes " + took + " ms, plain words " + plain);
            if (took > longest) slowest = text.getKey();
            longest = Math.max(longest, took);
        }
        System.out.println(place + ": plain words " + plain + " ms, " + slowest + " " + longest + " ms");
    }

    @Test
    void h40EachKindOfTextIsLaidOutWithinAPulse() {
        var slow = new ArrayList<String>();
        places().forEach((place, work) -> check(place, HostileTexts.of(MESSAGE_BYTES), work, slow));
        check("question", HostileTexts.of(QUESTION_BYTES),
                text -> laidOut(new WrappingLabel(PeerText.block(text))), slow);
        check("name", HostileTexts.of(NAME_BYTES), text -> laidOut(new EmojiLabel(PeerText.person(text))), slow);
        assertEquals(List.of(), slow);
    }
}
