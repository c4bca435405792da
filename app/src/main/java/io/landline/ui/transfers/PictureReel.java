package io.landline.ui.transfers;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.ChatHistory;
import io.landline.node.port.Chats.Page;
import io.landline.node.port.CommandException;
import io.landline.node.port.FileTransfers;
import io.landline.node.port.TimelineItem;
import io.landline.picture.PictureSize;
import io.landline.picture.Thumbnails;
import io.landline.ui.text.FileKind;
import io.landline.ui.text.FileName;
import io.landline.ui.transfers.file.OpenableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pictures of one conversation that are on this computer, one after the other. Immutable, any thread; reading
/// waits for the disk.
///
/// @param sources where they come from
/// @param offers those read so far, the newest first
/// @param hasMore whether there are older ones
record PictureReel(Sources sources, List<TimelineItem.Offer> offers, boolean hasMore) {
    /// Some screens of offers at once.
    static final int PAGE = 30;
    /// Who looks for older pictures than among these finds them in the conversation.
    static final int OFFERS_MAX = 3_000;

    /// @param conversation as events name it
    record Sources(ChatHistory history, FileTransfers transfers, Thumbnails thumbnails, String conversation) {}

    /// One picture.
    ///
    /// @param size of the whole picture
    record Picture(String offer, Path file, PictureSize size) {}

    /// @param reel which may have read more than the one that was asked
    /// @param picture null for none in this direction
    record Found(PictureReel reel, @Nullable Picture picture) {}

    PictureReel {
        offers = List.copyOf(offers);
    }

    /// Which has read nothing yet.
    static PictureReel of(Sources sources) {
        return new PictureReel(sources, List.of(), true);
    }

    /// The next picture beside this offer.
    ///
    /// @param older whether before it, else behind it
    Found beside(String offer, boolean older) throws CommandException {
        PictureReel reel = with(offer);
        int at = reel.indexOf(offer);
        if (at < 0) return new Found(reel, null);
        if (!older) return new Found(reel, reel.first(reel.offers.subList(0, at).reversed()));
        for (int from = at + 1;;) {
            Picture found = reel.first(reel.offers.subList(from, reel.offers.size()));
            if (found != null || !reel.mayRead()) return new Found(reel, found);
            from = reel.offers.size();
            reel = reel.more();
        }
    }

    private @Nullable Picture first(List<TimelineItem.Offer> inTurn) {
        for (TimelineItem.Offer each : inTurn) {
            Picture found = picture(each);
            if (found != null) return found;
        }
        return null;
    }

    /// Null if the offer is no single picture, if its file is not complete here, or if it cannot be read.
    private @Nullable Picture picture(TimelineItem.Offer offer) {
        boolean mayBe = offer.files() == 1 && !offer.names().isEmpty()
                && FileName.of(offer.names().getFirst()).kind() == FileKind.PICTURE;
        List<Path> files = mayBe ? sources.transfers().held(offer.offer()) : List.of();
        if (files.size() != 1) return null;
        Path file = files.getFirst();
        try {
            PictureSize size = OpenableFile.isOne(file) ? sources.thumbnails().sizeOf(file) : null;
            return size == null ? null : new Picture(offer.offer(), file, size);
        } catch (IOException e) {
            return null;
        }
    }

    private PictureReel with(String offer) throws CommandException {
        PictureReel reel = this;
        while (reel.indexOf(offer) < 0 && reel.mayRead()) reel = reel.more();
        return reel;
    }

    private int indexOf(String offer) {
        for (int i = 0; i < offers.size(); i++) if (offers.get(i).offer().equals(offer)) return i;
        return -1;
    }

    private boolean mayRead() {
        return hasMore && offers.size() < OFFERS_MAX;
    }

    private PictureReel more() throws CommandException {
        TimelinePosition before = offers.isEmpty() ? null : offers.getLast().position();
        Page page = sources.history().files(sources.conversation(), before, PAGE);
        var all = new ArrayList<>(offers);
        page.items().reversed().forEach(item -> {
            if (item instanceof TimelineItem.Offer offer) all.add(offer);
        });
        return new PictureReel(sources, all, !page.reachesStart() && all.size() > offers.size());
    }
}
