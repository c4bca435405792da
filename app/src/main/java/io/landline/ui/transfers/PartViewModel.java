package io.landline.ui.transfers;

import io.landline.filetransfer.OfferListing;
import io.landline.filetransfer.OfferListing.Item;
import io.landline.node.port.FileTransfers;
import io.landline.node.port.FileTransfers.Part;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.transfers.state.OfferFacts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What somebody offers, folder by folder, and what of it a person takes. A folder is read when it is opened. Confined
/// to the JavaFX thread.
final class PartViewModel {
    /// Whether the list of files is here.
    enum Stage { FETCHING, HERE, UNREACHED }

    private final PageContext context;
    private final OfferFacts facts;
    private final String transfer;
    private final Runnable taken;
    private final PartSelection selection;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.FETCHING);
    private final ReadOnlyObjectWrapper<Part> chosen;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper full = new ReadOnlyBooleanWrapper();

    /// @param taken is run when the node has taken the decision
    PartViewModel(PageContext context, OfferFacts facts, String transfer, Runnable taken) {
        this.context = context;
        this.facts = facts;
        this.transfer = transfer;
        this.taken = taken;
        selection = new PartSelection(whole());
        chosen = new ReadOnlyObjectWrapper<>(whole());
        fetch();
    }

    OfferFacts facts() {
        return facts;
    }

    Part whole() {
        return new Part(facts.files(), facts.bytes());
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// How much is chosen now.
    ReadOnlyObjectProperty<Part> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Whether the last box was not set, since no more can differ.
    ReadOnlyBooleanProperty fullProperty() {
        return full.getReadOnlyProperty();
    }

    /// While the node is told.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Asks the sender for the list of files; called again after a failure.
    void fetch() {
        stage.set(Stage.FETCHING);
        FileTransfers node = context.node().transfers();
        context.background()
                .run(() -> node.look(transfer),
                        here -> stage.set(here ? Stage.HERE : Stage.UNREACHED), why -> {
                            stage.set(Stage.UNREACHED);
                            tell(why);
                        });
    }

    /// Reads what stands in a folder.
    ///
    /// @param folder names with `/` between; empty for the top
    void list(String folder, Consumer<OfferListing> found) {
        FileTransfers node = context.node().transfers();
        List<String> names = folder.isEmpty() ? List.of() : List.of(folder.split("/"));
        context.background().run(() -> node.listing(facts.offer(), names), found, this::tell);
    }

    private void tell(Exception why) {
        context.notices().problem(ErrorMessages.sentence(context.language(), why));
    }

    PartSelection.Box box(String path, Item item) {
        return selection.box(path, item);
    }

    /// False where no more boxes can differ.
    boolean choose(String path, Item item, boolean isTaken) {
        full.set(!selection.hasSpaceFor(path));
        if (full.get()) return false;
        selection.set(path, item, isTaken);
        chosen.set(selection.taken());
        return true;
    }

    void chooseAll(boolean isTaken) {
        full.set(false);
        selection.setAll(isTaken);
        chosen.set(selection.taken());
    }

    /// Takes what is chosen.
    void accept() {
        if (busy.get()) return;
        List<String> places = selection.places();
        FileTransfers node = context.node().transfers();
        busy.set(true);
        context.background().run(() -> {
            node.accept(transfer, places);
            return true;
        }, _ -> taken.run(), why -> {
            busy.set(false);
            tell(why);
        });
    }
}
