package io.landline.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.node.port.Preferences.Chosen;
import io.landline.node.port.Preferences.NetworkAdapter;
import io.landline.settings.NetworkSettings;
import io.landline.ui.control.FieldNote.Kind;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkSettingsViewModelTest {
    private static final NetworkAdapter CABLE = new NetworkAdapter("eth0", "Cable", List.of("10.0.0.1"), true);
    private static final NetworkAdapter WIFI = new NetworkAdapter("wlan0", "Wi-Fi", List.of("10.0.1.1"), true);

    private final FakeNode node = new FakeNode();

    private NetworkSettingsViewModel model() {
        return new SettingsViewModel(new FakeWindow().context(node), new FakePreferences(Language.ENGLISH)).network();
    }

    private NetworkSettingsViewModel withCards() {
        node.adapters.addAll(List.of(CABLE, WIFI));
        return model();
    }

    private void addresses(List<String> addresses) {
        node.chosen = new Chosen("Max", node.chosen.downloads(), node.chosen.accept(), List.of(), addresses);
    }

    @Test
    void theFirstCardSwitchedOffLeavesTheOthersChosen() {
        NetworkSettingsViewModel model = withCards();
        assertTrue(model.use(WIFI, false));
        assertEquals(List.of("interfaces [eth0]"), node.done);
        assertFalse(model.all().get());
    }

    @Test
    void theLastCardStaysOn() {
        NetworkSettingsViewModel model = withCards();
        model.use(WIFI, false);
        assertFalse(model.use(CABLE, false));
        assertEquals(List.of("interfaces [eth0]"), node.done);
        assertEquals(Kind.WARNING, model.adaptersNote().get().kind());
    }

    @Test
    void allCardsAreUsedAgain() {
        NetworkSettingsViewModel model = withCards();
        model.use(WIFI, false);
        model.useAll();
        assertTrue(model.all().get());
        assertTrue(model.adapters().stream().allMatch(NetworkAdapter::used));
    }

    @Test
    void anAddressIsAddedAndTheFieldEmptied() {
        NetworkSettingsViewModel model = model();
        model.typed().set(" lab-pc:5263 ");
        model.add();
        assertEquals(List.of("lab-pc:5263"), model.addresses());
        assertEquals("", model.typed().get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://x", "a b", "host:99999", "[fe80::1", ":5263"})
    void whatIsNoAddressIsSaidAsItIsTyped(String typed) {
        NetworkSettingsViewModel model = model();
        model.typed().set(typed);
        assertEquals(Kind.BAD, model.addressNote().get().kind());
        model.add();
        assertEquals(List.of(), node.done);
    }

    @Test
    void theSameAddressIsNotAddedTwice() {
        addresses(List.of("10.0.0.7"));
        NetworkSettingsViewModel model = model();
        model.typed().set("10.0.0.7:5263");
        model.add();
        assertEquals(List.of(), node.done);
    }

    @Test
    void theListTakesAsManyAsAreStoredAndNotOneMore() {
        addresses(IntStream.range(0, NetworkSettings.PEERS_MAX - 1).mapToObj(i -> "pc-" + i).toList());
        NetworkSettingsViewModel model = model();
        model.typed().set("last");
        model.add();
        assertEquals(NetworkSettings.PEERS_MAX, model.addresses().size());
        model.typed().set("more");
        assertEquals(Kind.BAD, model.addressNote().get().kind());
    }

    @Test
    void aListThatIsRefusedIsAsItWas() {
        addresses(List.of("10.0.0.7"));
        node.refusal = FakeNode.full();
        NetworkSettingsViewModel model = model();
        model.remove("10.0.0.7");
        assertEquals(List.of("10.0.0.7"), model.addresses());
        assertEquals(Kind.BAD, model.addressNote().get().kind());
    }

    @Test
    void anAddressIsRemoved() {
        addresses(List.of("10.0.0.7", "lab-pc"));
        NetworkSettingsViewModel model = model();
        model.remove("10.0.0.7");
        assertEquals(List.of("lab-pc"), model.addresses());
    }
}
