package io.landline.ui.transfers;

import io.landline.ui.transfers.state.OfferState;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/// What all offers come to: how fast bytes arrive and leave, how many offers failed or wait for an answer, and how many
/// people still need this computer. Confined to the JavaFX thread.
public final class TransferTotals {
    private final ReadOnlyBooleanWrapper moving = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper receiving = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper sending = new ReadOnlyLongWrapper();
    private final ReadOnlyIntegerWrapper failed = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper asked = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper helping = new ReadOnlyIntegerWrapper();
    /// How many still lack something of an offer, by offer.
    private final Map<String, Integer> helped = new HashMap<>();

    /// Whether something runs.
    public ReadOnlyBooleanProperty movingProperty() {
        return moving.getReadOnlyProperty();
    }

    /// Bytes a second, of all together.
    ReadOnlyLongProperty receivingProperty() {
        return receiving.getReadOnlyProperty();
    }

    /// Bytes a second, of all together.
    ReadOnlyLongProperty sendingProperty() {
        return sending.getReadOnlyProperty();
    }

    /// How many failed, and can be tried again.
    ReadOnlyIntegerProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /// How many offers wait for the user's answer.
    public ReadOnlyIntegerProperty askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /// How many people at least still get something from this computer that it has whole.
    public ReadOnlyIntegerProperty helpingProperty() {
        return helping.getReadOnlyProperty();
    }

    /// An event told how many people still lack something of an offer.
    ///
    /// @param known all offers that the window holds
    void helping(String offer, int people, Collection<OfferViewModel> known) {
        if (people > 0) {
            helped.put(offer, people);
        } else {
            helped.remove(offer);
        }
        countHelped(known);
    }

    /// Looks at them anew.
    ///
    /// @param known all offers that the window holds
    /// @param recent those of them that the page lists
    void count(Collection<OfferViewModel> known, Collection<OfferViewModel> recent) {
        moving.set(known.stream().anyMatch(each -> each.state() instanceof OfferState.Running));
        failed.set((int) recent.stream().filter(OfferViewModel::hasFailed).count());
        asked.set((int) recent.stream().filter(each -> each.state() instanceof OfferState.Asked).count());
        receiving.set(recent.stream().filter(each -> !each.facts().own()).mapToLong(OfferViewModel::rate).sum());
        sending.set(recent.stream().filter(each -> each.facts().own()).mapToLong(OfferViewModel::rate).sum());
        countHelped(known);
    }

    /// The same people may lack several offers: never more than there are.
    private void countHelped(Collection<OfferViewModel> known) {
        long takers = known.stream().flatMap(each -> each.transfers().takers().stream()).distinct().count();
        helping.set(Math.max((int) takers, helped.values().stream().mapToInt(Integer::intValue).max().orElse(0)));
    }

    /// Nothing is told any more, so nothing is seen to run.
    void stop() {
        moving.set(false);
    }
}
