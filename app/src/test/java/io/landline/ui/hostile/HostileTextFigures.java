package io.landline.ui.hostile;

import io.landline.ui.chats.message.LongText;
import io.landline.ui.label.EmojiLabel;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.paragraph.MessageText;
import io.landline.ui.paragraph.WrappingText;
import io.landline.ui.text.MessageMarkup;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.SearchTerms;
import io.landline.ui.text.SpannedText;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/// Prints how long the window takes to lay out each kind of hostile text (H40), beside plain words of as many bytes;
/// run by hand (`build/hostile-texts`), no test. Counted is what the JavaFX thread itself works, so other work of the
/// computer matters little. The argument is how many of the slowest kinds are printed of each place.
final class HostileTextFigures {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 700;
    /// The first time also loads classes and fonts.
    private static final int TRIES = 4;
    private static final int MESSAGE_BYTES = 16 * 1024;
    private static final int QUESTION_BYTES = 1_024;
    private static final int NAME_BYTES = 255;
    private static final int LINE_CHARACTERS = 200;

    private record Took(String kind, long millis) {}

    private final int printed;

    private HostileTextFigures(int printed) { this.printed = printed; }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        TestedScreen.start();
        var figures = new HostileTextFigures(Integer.parseInt(arguments[0]));
        Map<String, String> messages = HostileTexts.of(MESSAGE_BYTES);
        figures.print("folded message", messages, text -> message(text, false));
        figures.print("whole message", messages, text -> message(text, true));
        figures.print("found message", messages,
                text -> message(SearchTerms.of("ab xyz").excerpt(MessageMarkup.plain(text), 24, 110)));
        figures.print("line of a message", messages, text -> laidOut(new EmojiLabel(line(text))));
        figures.print("notification, hint", messages, text -> laidOut(new WrappingText(line(text))));
        figures.print("question", HostileTexts.of(QUESTION_BYTES),
                text -> laidOut(new WrappingLabel(PeerText.block(text))));
        figures.print("name", HostileTexts.of(NAME_BYTES), text -> laidOut(new EmojiLabel(PeerText.person(text))));
        System.exit(0); // the toolkit's thread would go on
    }

    private void print(String place, Map<String, String> texts, Consumer<String> work) {
        long plain = best(texts.get(HostileTexts.PLAIN), work);
        System.out.println(place + ": plain words " + plain + " ms");
        List<Took> slowest = texts.entrySet()
                .stream()
                .map(text -> new Took(text.getKey(), best(text.getValue(), work)))
                .sorted(Comparator.comparingLong(Took::millis).reversed())
                .limit(printed)
                .toList();
        for (Took each : slowest) {
            System.out.printf("  %5d ms, %5.1f times: %s%n", each.millis(), (double) each.millis() / Math.max(1, plain),
                    each.kind());
        }
    }

    private static long best(String text, Consumer<String> work) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) best = Math.min(best, millis(() -> work.accept(text)));
        return best;
    }

    private static long millis(Runnable work) {
        return TestedScreen.onFx(() -> {
            var threads = ManagementFactory.getThreadMXBean();
            long start = threads.getCurrentThreadCpuTime();
            work.run();
            return TimeUnit.NANOSECONDS.toMillis(threads.getCurrentThreadCpuTime() - start);
        });
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
}
