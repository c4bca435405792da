package io.landline.ui.transfers;

import io.landline.node.port.CommandException;
import io.landline.node.port.FileTransfers;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Takes what a person decides to the node, in the background, and tells where that failed. Confined to the JavaFX
/// thread.
final class OfferCommands {
    private interface Step {
        void on(String transfer) throws CommandException;
    }

    private interface Work {
        void run() throws CommandException;
    }

    private final PageContext context;
    private final Runnable changed;

    /// @param changed told after each command: what is shown has to be read anew
    OfferCommands(PageContext context, Runnable changed) {
        this.context = context;
        this.changed = changed;
    }

    private FileTransfers node() {
        return context.node().transfers();
    }

    void accept(OfferViewModel offer, List<String> transfers) {
        each(offer, transfers, node()::accept);
    }

    void decline(OfferViewModel offer, List<String> transfers) {
        each(offer, transfers, node()::decline);
    }

    void pause(OfferViewModel offer, List<String> transfers) {
        each(offer, transfers, node()::pause);
    }

    void resume(OfferViewModel offer, List<String> transfers) {
        each(offer, transfers, node()::resume);
    }

    void cancel(OfferViewModel offer, List<String> transfers) {
        each(offer, transfers, node()::cancel);
    }

    void withdraw(OfferViewModel offer, String id) {
        run(offer, () -> node().withdraw(id));
    }

    void show(Path path) {
        context.navigation().showInFolder(path);
    }

    void open(Path path) {
        context.navigation().open(path);
    }

    /// Looks whether this file may be opened; where it cannot be read there is no answer.
    void whetherItOpens(Path path, Consumer<Boolean> answer) {
        context.background().run(() -> OpenableFile.isOne(path), answer, _ -> {});
    }

    private void each(OfferViewModel offer, List<String> transfers, Step step) {
        run(offer, () -> {
            for (String transfer : transfers) step.on(transfer);
        });
    }

    private void run(OfferViewModel offer, Work work) {
        offer.busy(true);
        context.background().run(() -> {
            work.run();
            return true;
        }, _ -> ended(offer), failure -> {
            ended(offer);
            context.notices().problem(ErrorMessages.sentence(context.language(), failure));
        });
    }

    private void ended(OfferViewModel offer) {
        offer.busy(false);
        changed.run();
    }
}
