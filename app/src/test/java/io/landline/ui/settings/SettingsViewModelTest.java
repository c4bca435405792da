package io.landline.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.PersonStatus;
import io.landline.chat.PersonStatus.State;
import io.landline.filetransfer.AcceptRule;
import io.landline.fixture.PlainRecords;
import io.landline.language.Language;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.Preferences.Chosen;
import io.landline.settings.LookSettings.Theme;
import io.landline.settings.NotificationSettings;
import io.landline.settings.WindowSettings.WhenClosed;
import io.landline.ui.control.FieldNote.Kind;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsViewModelTest {
    private final FakeNode node = new FakeNode();
    private final FakeWindow window = new FakeWindow();
    private final FakePreferences preferences = new FakePreferences(Language.ENGLISH);

    private SettingsViewModel model() {
        return new SettingsViewModel(window.context(node), preferences);
    }

    @Test
    void aNameIsTakenWhenTheFieldIsLeft() {
        YouViewModel you = model().you();
        you.name().set(" Zoë ");
        assertEquals(List.of(), node.done);
        you.apply();
        assertEquals(List.of("rename Zoë"), node.done);
        assertEquals(Kind.GOOD, you.note().get().kind());
    }

    @Test
    void theSameNameIsNotStoredAgain() {
        YouViewModel you = model().you();
        you.apply();
        assertEquals(List.of(), node.done);
    }

    @Test
    void aNameThatDoesNotFitSaysWhichOneHolds() {
        YouViewModel you = model().you();
        you.name().set("");
        you.apply();
        assertEquals(Kind.BAD, you.note().get().kind());
        assertTrue(you.note().get().sentence().contains("Max"));
        assertEquals(List.of(), node.done);
    }

    @Test
    void aNameThatIsRefusedSaysWhichOneHolds() {
        node.refusal = FakeNode.full();
        YouViewModel you = model().you();
        you.name().set("Zoë");
        you.apply();
        assertEquals(Kind.BAD, you.note().get().kind());
        assertTrue(you.note().get().sentence().endsWith("Your name is still “\u200EMax\u200E”."));
    }

    @Test
    void aStatusThatACommandSetsShowsAtOnce() {
        SettingsViewModel model = model();
        node.activity.say(State.BUSY, "exam");
        assertEquals(State.BUSY, model.seen().state().get());
        assertEquals("exam", model.seen().text().get());
        model.close();
        node.activity.say(State.HERE, "");
        assertEquals(State.BUSY, model.seen().state().get(), "a closed page is told nothing");
    }

    @Test
    void aStatusThatIsTooLongSaysThatItWasCut() {
        SeenViewModel seen = model().seen();
        seen.text().set("x".repeat(PersonStatus.TEXT_MAX));
        seen.apply();
        assertEquals(Kind.GOOD, seen.note().get().kind());
        seen.text().set("y".repeat(PersonStatus.TEXT_MAX + 1));
        seen.apply();
        assertEquals("y".repeat(PersonStatus.TEXT_MAX), seen.text().get());
        assertEquals(Kind.WARNING, seen.note().get().kind());
        assertEquals("A text has at most 80 characters: the rest was left out.", seen.note().get().sentence());
    }

    @Test
    void whatIsBeingTypedSurvivesNews() {
        SettingsViewModel model = model();
        model.you().name().set("Zo");
        model.refresh();
        assertEquals("Zo", model.you().name().get());
    }

    @Test
    void escapeBringsTheStoredNameBack() {
        YouViewModel you = model().you();
        you.name().set("");
        you.revert();
        assertEquals("Max", you.name().get());
        assertTrue(you.note().get().isNothing());
    }

    @Test
    void aFolderThatIsRefusedIsNotShown() {
        node.refusal = FakeNode.full();
        FileSettingsViewModel files = model().files();
        files.chooseDownloads(Path.of("/nowhere"));
        assertEquals(Path.of("/home/max/Downloads"), files.downloads().get());
        assertTrue(files.folderNote().get().sentence().contains("/home/max/Downloads"));
    }

    @Test
    void aFolderThatIsTakenIsShown() {
        FileSettingsViewModel files = model().files();
        files.chooseDownloads(Path.of("/home/max/Here"));
        assertEquals(Path.of("/home/max/Here"), files.downloads().get());
    }

    @Test
    void theRuleIsAppliedOnce() {
        FileSettingsViewModel files = model().files();
        files.chooseAccept(AcceptRule.KNOWN);
        files.chooseAccept(AcceptRule.KNOWN);
        assertEquals(List.of("accept known"), node.done);
    }

    @Test
    void changesAreMadeInTheirOrder() {
        SettingsViewModel model = model();
        window.hold();
        model.files().chooseAccept(AcceptRule.ALL);
        model.files().chooseAccept(AcceptRule.NONE);
        window.goOn();
        assertEquals(List.of("accept all", "accept none"), node.done);
        assertEquals(AcceptRule.NONE, model.files().accept().get());
    }

    @Test
    void aRoomThatIsConfirmedSaysSoAtOnce() {
        node.rooms.add(PlainRecords.ownRoom("#class", "#class", "class", false, false, "a b c d", false));
        SettingsViewModel model = model();
        node.rooms.set(0, PlainRecords.ownRoom("#class", "#class", "class", false, true, "a b c d", false));
        node.tell(new NodeEvent.Joined(FakeNode.SELF, "Zoë", "#class"));
        assertTrue(model.rooms().rooms().getFirst().confirmed());
    }

    @Test
    void aRoomThatIsLeftGoesFromTheList() {
        var room = PlainRecords.ownRoom("#class", "#class", "class", false, false, "a b c d", false);
        node.rooms.add(room);
        SettingsViewModel model = model();
        model.rooms().leave(room);
        assertEquals(List.of(), model.rooms().rooms());
        assertEquals(List.of("leave #class"), node.done);
        window.undo.act().run();
        assertEquals(List.of(room), model.rooms().rooms());
    }

    @Test
    void anOpenRoomIsInvitedToWithoutWords() {
        var room = PlainRecords.ownRoom("#hall", "#hall (open)", "hall", true, true, null, false);
        assertEquals("On Landline enter the open room “hall”. It needs no words.", model().rooms().invitation(room));
    }

    @Test
    void notificationsAreChosenAtOnceAndKeepWhatElseWasChosen() {
        NotificationsViewModel model = model().notifications();
        model.choose(all -> all.withPreview(false));
        model.choose(all -> all.withQuietHours(LocalTime.of(21, 30), all.quietTo()));
        assertEquals(NotificationSettings.DEFAULTS.withPreview(false)
                .withQuietHours(LocalTime.of(21, 30), LocalTime.of(7, 0)), preferences.notifications().get());
        assertEquals(preferences.notifications().get(), model.chosen().get());
    }

    @Test
    void whetherItStaysInTheTrayIsChosenBeforeAnybodyAsks() {
        NotificationsViewModel model = model().notifications();
        assertFalse(model.staysInTray().get());
        model.stayInTray(true);
        assertEquals(WhenClosed.TRAY, preferences.whenClosed().get());
        assertTrue(model.staysInTray().get());
        model.stayInTray(false);
        assertEquals(WhenClosed.QUIT, preferences.whenClosed().get(), "the answer is no, not none");
        preferences.whenClosed().set(WhenClosed.TRAY);
        assertTrue(model.staysInTray().get(), "the window asked");
    }

    @Test
    void aTimeThatIsNoStepOfOursIsOfferedToo() {
        NotificationsViewModel model = model().notifications();
        assertEquals(48, model.times(LocalTime.of(7, 0)).size());
        assertTrue(model.times(LocalTime.of(7, 10)).contains(LocalTime.of(7, 10)));
    }

    @Test
    void aThemeIsAppliedAtOnce() {
        model().look().choose(Theme.DARK);
        assertEquals(Theme.DARK, preferences.theme().get());
    }

    @Test
    void aShortcutMovesTheZoomThatIsShown() {
        LookViewModel look = model().look();
        preferences.zoomPercent().set(130);
        assertEquals(130, look.zoomPercent().get());
    }

    @Test
    void theZoomStopsAtItsEnds() {
        LookViewModel look = model().look();
        for (int i = 0; i < 50; i++) look.zoomIn();
        assertEquals(WindowPreferences.ZOOM_PERCENT_MAX, preferences.zoomPercent().get());
        for (int i = 0; i < 50; i++) look.zoomOut();
        assertEquals(WindowPreferences.ZOOM_PERCENT_MIN, preferences.zoomPercent().get());
    }

    @Test
    void closedItListensNoMore() {
        SettingsViewModel model = model();
        model.close();
        assertEquals(List.of(), node.watchers);
        preferences.zoomPercent().set(130);
        assertFalse(model.look().zoomPercent().get() == 130);
    }

    @Test
    void aChooserBeginsInTheFolderOfDownloadsWhereThatIsThere(@TempDir Path folder) throws IOException {
        FileSettingsViewModel files = model().files();
        Path downloads = folder.resolve("downloads");
        files.show(new Chosen("Max", downloads, AcceptRule.ASK, List.of(), List.of()));
        var begun = new ArrayList<@Nullable Path>();
        files.lookForDownloads(begun::add);
        Files.createDirectory(downloads);
        window.hold();
        files.lookForDownloads(begun::add);
        assertEquals(1, begun.size(), "nobody waits for the disk");
        window.goOn();
        assertEquals(Arrays.asList(null, downloads), begun);
    }
}
