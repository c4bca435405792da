package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.desktop.DesktopTray;
import io.landline.language.Language;
import io.landline.settings.WindowSettings.WhenClosed;
import io.landline.ui.fx.FxThread;
import io.landline.ui.settings.FakePreferences;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// What closing the window means, with and without a tray. Everything happens at once, and time is told.
class WindowTrayTest {
    private final FakeWindow window = new FakeWindow();
    private final FakePreferences chosen = new FakePreferences(Language.ENGLISH);
    private final List<Runnable> later = new ArrayList<>();
    private final RecordingDesktop desktop = new RecordingDesktop();
    private final WindowTray tray = new WindowTray(new FxThread(Runnable::run, Runnable::run), window, chosen,
            later::add, _ -> desktop);

    private static final class RecordingDesktop implements DesktopTray {
        final List<Content> asked = new ArrayList<>();
        boolean ended;

        @Override
        public void show(Content content) {
            asked.add(content);
        }

        @Override
        public void close() {
            ended = true;
        }
    }

    private static final class FakeWindow implements WindowTray.Window {
        final List<String> asked = new ArrayList<>();
        boolean showing = true;
        boolean minimized;
        boolean canAsk = true;
        Consumer<WhenClosed> answer;

        @Override
        public boolean isShowing() {
            return showing;
        }

        @Override
        public boolean isMinimized() {
            return minimized;
        }

        @Override
        public void open() {
            showing = true;
            asked.add("open");
        }

        @Override
        public void hide() {
            showing = false;
            asked.add("hide");
        }

        @Override
        public boolean ask(Consumer<WhenClosed> then) {
            answer = then;
            asked.add("ask");
            return canAsk;
        }

        @Override
        public void quit() {
            asked.add("quit");
        }

        @Override
        public void leave() {
            asked.add("leave");
        }
    }

    private List<String> next() {
        List<String> since = List.copyOf(window.asked);
        window.asked.clear();
        return since;
    }

    @Test
    void withoutATrayClosingEndsTheProgramWhateverWasChosen() {
        for (WhenClosed each : WhenClosed.values()) {
            chosen.whenClosed().set(each);
            tray.closeRequested();
            assertEquals(List.of("leave"), next(), each.word());
        }
    }

    @Test
    void theFirstTimeItAsksAndTheAnswerHolds() {
        tray.shown(true);
        tray.closeRequested();
        assertEquals(List.of("ask"), next());
        window.answer.accept(WhenClosed.TRAY);
        assertEquals(List.of("hide"), next());
        assertEquals(WhenClosed.TRAY, chosen.whenClosed().get());
        tray.opened();
        tray.closeRequested();
        assertEquals(List.of("open", "hide"), next());
    }

    @Test
    void whoQuitsIsNotAskedAgainEither() {
        tray.shown(true);
        tray.closeRequested();
        window.answer.accept(WhenClosed.QUIT);
        tray.closeRequested();
        assertEquals(List.of("ask", "quit", "leave"), next());
        assertEquals(WhenClosed.QUIT, chosen.whenClosed().get());
    }

    @Test
    void whereNothingCanBeAskedItEndsAndAsksAnotherTime() {
        window.canAsk = false;
        tray.shown(true);
        tray.closeRequested();
        assertEquals(List.of("ask", "leave"), next());
        assertEquals(WhenClosed.ASK, chosen.whenClosed().get());
    }

    @Test
    void aTrayThatGoesWhileItIsAskedKeepsTheWindow() {
        tray.shown(true);
        tray.closeRequested();
        tray.shown(false);
        window.answer.accept(WhenClosed.TRAY);
        assertEquals(List.of("ask"), next());
        assertTrue(later.isEmpty());
    }

    @Test
    void aHiddenWindowComesBackWhenTheTrayStaysAway() {
        hideIt();
        tray.shown(false);
        assertEquals(List.of(), next(), "a panel may start again");
        later.removeFirst().run();
        assertEquals(List.of("open"), next());
    }

    @Test
    void aPanelThatStartsAgainLeavesTheWindowHidden() {
        hideIt();
        tray.shown(false);
        tray.shown(true);
        later.removeFirst().run();
        assertEquals(List.of(), next());
    }

    private void hideIt() {
        chosen.whenClosed().set(WhenClosed.TRAY);
        tray.shown(true);
        tray.closeRequested();
        assertEquals(List.of("hide"), next());
    }

    @Test
    void theMenuQuitsAtOnceAlsoFromAHiddenWindow() {
        hideIt();
        tray.quit();
        assertEquals(List.of("leave"), next());
    }

    @Test
    void theWordsAreInTheWindowsLanguageAndCount() {
        tray.show(0, false, 0);
        tray.show(1, true, 0);
        chosen.language().set(Language.FRENCH);
        tray.show(1_200, false, 4);
        assertEquals(List.of(
                new DesktopTray.Content(0, false,
                        new DesktopTray.Words("Nothing unread", "Open Landline", "Quit", false)),
                new DesktopTray.Content(1, true,
                        new DesktopTray.Words("One unread message", "Open Landline", "Quit", false))),
                desktop.asked.subList(0, 2));
        assertEquals("Ouvrir Landline", desktop.asked.getLast().words().open());
        assertTrue(desktop.asked.getLast().words().tooltip().endsWith(" messages non lus · aide encore 4"));
    }

    @Test
    void theMenuIsWrittenAsItsLanguageIs() {
        for (Language each : Language.values()) {
            chosen.language().set(each);
            tray.show(0, false, 0);
            assertEquals(each.isMirrored(), desktop.asked.getLast().words().isMirrored(), each.tag());
        }
    }

    @Test
    void afterTheEndNothingHappens() {
        tray.close();
        tray.opened();
        tray.quit();
        tray.shown(false);
        tray.show(1, true, 0);
        assertEquals(List.of(), next());
        assertTrue(desktop.asked.isEmpty());
        assertFalse(desktop.ended);
        tray.end();
        assertTrue(desktop.ended);
    }

    @Test
    void aWindowThatStartedMinimizedGoesToTheTrayOnceItIsThere() {
        window.minimized = true;
        chosen.whenClosed().set(WhenClosed.TRAY);
        tray.goThere();
        assertEquals(List.of(), window.asked);
        tray.shown(true);
        assertEquals(List.of("hide"), window.asked);
        window.open();
        tray.shown(false);
        tray.shown(true);
        assertEquals(List.of("hide", "open"), window.asked, "once");
    }

    /// As on a desktop whose panel starts late.
    @Test
    void aWindowThatWasOpenedMeanwhileAndMinimizedAgainStaysOnThePanel() {
        window.minimized = true;
        chosen.whenClosed().set(WhenClosed.TRAY);
        tray.goThere();
        window.minimized = false;
        tray.unminimized();
        later.forEach(Runnable::run);
        window.minimized = true;
        tray.shown(true);
        assertEquals(List.of(), window.asked);
    }

    /// As X11 tells it while a window appears: minimized, not minimized, and minimized again.
    @Test
    void aWindowThatWasNotMinimizedForAMomentGoesToTheTray() {
        window.minimized = true;
        chosen.whenClosed().set(WhenClosed.TRAY);
        tray.goThere();
        tray.unminimized();
        later.forEach(Runnable::run);
        tray.shown(true);
        assertEquals(List.of("hide"), window.asked);
    }

    @Test
    void itStaysMinimizedWhereClosingEndsTheProgramOrSomebodyOpenedIt() {
        window.minimized = true;
        tray.shown(true);
        tray.goThere();
        assertEquals(List.of(), window.asked);
        chosen.whenClosed().set(WhenClosed.TRAY);
        window.minimized = false;
        tray.goThere();
        assertEquals(List.of(), window.asked);
    }
}
