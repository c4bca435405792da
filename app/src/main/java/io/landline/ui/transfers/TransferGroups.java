package io.landline.ui.transfers;

import io.landline.ui.fx.ListPatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The rows of the transfers page: open offers, then those that are over, each group below a heading. While somebody
/// points at the rows, each offer stays in its group whatever becomes of it: nothing moves under the pointer. JavaFX
/// thread.
final class TransferGroups {
    private static final Comparator<OfferViewModel> NEWEST_FIRST = Comparator
            .comparing((OfferViewModel each) -> each.facts().offered())
            .reversed();

    private final ObservableList<TransferRow> rows = FXCollections.observableArrayList();
    private List<OfferViewModel> offers = List.of();
    /// Whether each that is shown stands with the open ones.
    private Map<OfferViewModel, Boolean> isWithOpen = Map.of();
    private boolean isPointedAt;

    ObservableList<TransferRow> rows() {
        return rows;
    }

    /// @param shown each once, newest first
    void show(Collection<OfferViewModel> shown) {
        offers = List.copyOf(shown);
        arrange();
    }

    void pointedAt(boolean now) {
        isPointedAt = now;
        if (!now) arrange();
    }

    private void arrange() {
        var groups = new HashMap<OfferViewModel, Boolean>();
        var open = new ArrayList<OfferViewModel>();
        var over = new ArrayList<OfferViewModel>();
        for (OfferViewModel each : offers) {
            boolean isOpen = each.state().isOpen();
            boolean withOpen = isPointedAt ? isWithOpen.getOrDefault(each, isOpen) : isOpen;
            groups.put(each, withOpen);
            (withOpen ? open : over).add(each);
        }
        isWithOpen = groups;
        open.sort(NEWEST_FIRST);
        var wanted = new ArrayList<TransferRow>();
        if (!open.isEmpty()) wanted.add(new TransferRow.Now());
        open.forEach(each -> wanted.add(new TransferRow.Offer(each)));
        if (!over.isEmpty()) wanted.add(new TransferRow.Earlier());
        over.forEach(each -> wanted.add(new TransferRow.Offer(each)));
        ListPatch.move(rows, wanted);
    }
}
