package io.landline.ui.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.language.Texts;
import io.landline.node.port.Preferences;
import io.landline.node.port.Preferences.Chosen;
import io.landline.node.port.Preferences.NetworkAdapter;
import io.landline.node.port.TypedAddress;
import io.landline.settings.NetworkSettings;
import io.landline.ui.control.FieldNote;
import io.landline.ui.fx.ListPatch;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.PeerText;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The network cards that Landline uses, and the addresses typed by hand. JavaFX thread.
final class NetworkSettingsViewModel {
    private final Preferences preferences;
    private final Texts texts;
    private final ChangeQueue changing;
    private final ObservableList<NetworkAdapter> adapters = FXCollections.observableArrayList();
    private final ObservableList<String> addresses = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper all = new ReadOnlyBooleanWrapper(true);
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<FieldNote> adaptersNote = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);
    private final ReadOnlyObjectWrapper<FieldNote> addressNote = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);
    private List<String> chosenCards = List.of();

    NetworkSettingsViewModel(PageContext context, Texts texts, ChangeQueue changing) {
        preferences = context.node().preferences();
        this.texts = texts;
        this.changing = changing;
        typed.subscribe(() -> check(false));
    }

    ObservableList<NetworkAdapter> adapters() {
        return adapters;
    }

    ObservableList<String> addresses() {
        return addresses;
    }

    /// No adapter was chosen: each one is used, also one that is plugged in later.
    ReadOnlyBooleanProperty all() {
        return all.getReadOnlyProperty();
    }

    /// The address that is being typed.
    StringProperty typed() {
        return typed;
    }

    ReadOnlyObjectProperty<FieldNote> adaptersNote() {
        return adaptersNote.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<FieldNote> addressNote() {
        return addressNote.getReadOnlyProperty();
    }

    void show(Chosen chosen, List<NetworkAdapter> loaded) {
        chosenCards = chosen.interfaces();
        all.set(chosenCards.isEmpty());
        ListPatch.update(adapters, loaded, NetworkAdapter::name);
        ListPatch.update(addresses, chosen.addresses(), row -> row);
    }

    /// The first adapter that is switched off makes a choice of the others; the last one stays on, since none chosen
    /// means all. False where nothing was done.
    boolean use(NetworkAdapter adapter, boolean used) {
        List<String> wanted = new ArrayList<>(chosenCards);
        if (wanted.isEmpty()) {
            adapters.stream().filter(NetworkAdapter::used).map(NetworkAdapter::name).forEach(wanted::add);
        }
        wanted.remove(adapter.name());
        if (used) wanted.add(adapter.name());
        if (wanted.isEmpty()) {
            adaptersNote.set(FieldNote.warning(texts.get("cards.last")));
            return false;
        }
        choose(wanted);
        return true;
    }

    void useAll() {
        choose(List.of());
    }

    private void choose(List<String> names) {
        chosenCards = List.copyOf(names);
        all.set(names.isEmpty());
        changing.make(() -> preferences.setInterfaces(List.copyOf(names)), adaptersNote::set,
                FieldNote.good(texts.get("saved")), texts.get("cards.kept"));
    }

    /// Adds what is typed where it is an address, and empties the field.
    void add() {
        if (!check(true)) return;
        String address = typed.get().strip();
        var wanted = new ArrayList<>(addresses);
        wanted.add(address);
        typed.set("");
        change(wanted, texts.format("address.added", PeerText.line(address)));
    }

    void remove(String address) {
        var wanted = new ArrayList<>(addresses);
        if (wanted.remove(address)) change(wanted, texts.format("address.removed", PeerText.line(address)));
    }

    private void change(List<String> wanted, String done) {
        ListPatch.update(addresses, wanted, row -> row);
        changing.make(() -> preferences.setAddresses(List.copyOf(wanted)), addressNote::set, FieldNote.good(done),
                texts.get("address.kept"));
    }

    /// @param asked a field that is empty or begun is wrong only once somebody wants to go on with it
    private boolean check(boolean asked) {
        String text = typed.get().strip();
        String problem = text.isEmpty() ? (asked ? texts.get("address.empty") : "") : problem(text);
        addressNote.set(problem.isEmpty() ? FieldNote.NOTHING : FieldNote.bad(problem));
        return problem.isEmpty() && !text.isEmpty();
    }

    /// Empty where the text is an address that can be added.
    private String problem(String text) {
        TypedAddress address = TypedAddress.parse(text);
        if (address == null || text.getBytes(UTF_8).length > NetworkSettings.ADDRESS_BYTES_MAX) {
            return texts.get("address.malformed");
        }
        if (addresses.stream().anyMatch(known -> address.equals(TypedAddress.parse(known)))) {
            return texts.get("address.known");
        }
        return addresses.size() >= NetworkSettings.PEERS_MAX
                ? texts.format("address.many", NetworkSettings.PEERS_MAX)
                : "";
    }
}
