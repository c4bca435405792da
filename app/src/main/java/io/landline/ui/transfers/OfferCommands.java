package io.landline.ui.transfers;

import io.landline.node.port.CommandException;
import io.landline.node.port.FileTransfers;
import io.landline.picture.PictureSize;
import io.landline.picture.Thumbnail;
import io.landline.picture.Thumbnails;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.transfers.file.OpenableFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Takes what a person decides to the node, in the background, and tells where that failed. Confined to the JavaFX
/// thread.
final class OfferCommands {
    private interface Step {
        void on(String transfer) throws CommandException;
    }

    private interface Work {
        void run() throws CommandException;
    }

    /// What a look at a file says.
    ///
    /// @param opens whether a click may open it
    /// @param picture the size of the picture in it; null for a file that gets no thumbnail
    /// @param tooLarge whether it gets none because the picture is too large
    record Looked(boolean opens, @Nullable PictureSize picture, boolean tooLarge) {}

    private final PageContext context;
    private final Thumbnails thumbnails;
    private final Runnable changed;

    /// @param changed told after each command: what is shown has to be read anew
    OfferCommands(PageContext context, Thumbnails thumbnails, Runnable changed) {
        this.context = context;
        this.thumbnails = thumbnails;
        this.changed = changed;
    }

    private FileTransfers node() {
        return context.node().transfers();
    }

    void accept(OfferViewModel offer, List<String> transfers) {
        each(offer, transfers, node()::accept);
    }

    /// Lets the person look at what is offered, and take some of it.
    void choose(OfferViewModel offer, List<String> transfers) {
        String transfer = transfers.getFirst();
        context.navigation()
                .sheet(close -> new OfferPartSheet(context, new PartViewModel(context, offer.facts(), transfer,
                        () -> {
                            close.run();
                            changed.run();
                        }), close));
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

    /// Gets all of it anew, in the folder that is chosen by now.
    void startOver(OfferViewModel offer, List<String> transfers) {
        each(offer, transfers, transfer -> {
            node().cancel(transfer);
            node().retry(transfer);
        });
    }

    /// Takes up what stopped or failed; an own offer is made again.
    void retry(OfferViewModel offer, String transfer) {
        run(offer, () -> {
            if (node().retry(transfer).offer() != null) context.fx().post(offer::offeredAgain);
        });
    }

    /// Everything that failed.
    ///
    /// @param done is given how many are tried again
    void retryFailed(IntConsumer done) {
        context.background().run(() -> node().retryFailed().tried(), tried -> {
            done.accept(tried);
            changed.run();
        }, why -> context.notices().problem(ErrorMessages.sentence(context.language(), why)));
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

    /// Shows a picture over the page, and from there those beside it in its conversation.
    ///
    /// @param closed run when the person is done with it
    void view(String conversation, PictureReel.Picture picture, Runnable closed) {
        context.navigation()
                .sheet(close -> new PictureViewer(context,
                        new PictureViewModel(context, thumbnails, conversation, picture, closed), close));
    }

    /// Looks whether this file may be opened, and whether it is a picture; where it cannot be read there is no answer.
    /// A picture under the name of something else has no thumbnail: it would look harmless.
    void look(Path path, Consumer<Looked> answer) {
        context.background().run(() -> {
            boolean opens = OpenableFile.isOne(path);
            PictureSize size = opens ? thumbnails.sizeOf(path) : null;
            return new Looked(opens, size, opens && size == null && thumbnails.isTooLarge(path));
        }, answer, _ -> {});
    }

    /// Has the thumbnail of this file made; the answer is empty where that cannot be done.
    ///
    /// @param isWanted asked when it is this file's turn, on another thread
    void thumbnail(Path path, BooleanSupplier isWanted, Consumer<Optional<Thumbnail>> answer) {
        context.background()
                .run(() -> Optional.ofNullable(thumbnails.of(path, isWanted)), answer,
                        _ -> answer.accept(Optional.empty()));
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
