package io.landline.ui.lab.wire;

import io.landline.lab.LabEvent;
import io.landline.lab.LabResult;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was measured so far, for the charts. Immutable; any thread.
///
/// @param samples packets of a measurement; of UDP against TCP those by TCP are `second`
/// @param rates steps of a measurement of throughput
/// @param clients who waited for a server and who was served, in the order of coming
/// @param transfers files on their way, in the order of beginning
/// @param results the last outcome of each card
public record Measurements(List<Sample> samples, List<LabEvent.Rate> rates, List<ServedClient> clients,
        List<Transfer> transfers, Map<Integer, LabResult> results) {
    public static final Measurements NONE = new Measurements(List.of(), List.of(), List.of(), List.of(), Map.of());

    public Measurements {
        samples = List.copyOf(samples);
        rates = List.copyOf(rates);
        clients = List.copyOf(clients);
        transfers = List.copyOf(transfers);
        results = Map.copyOf(results);
    }

    public boolean isEmpty() {
        return samples.isEmpty() && rates.isEmpty() && clients.isEmpty() && transfers.isEmpty() && results.isEmpty();
    }

    /// A card's outcome of this kind; null if it has none.
    public <R extends LabResult> @Nullable R result(Class<R> kind) {
        return results.values().stream().filter(kind::isInstance).map(kind::cast).findFirst().orElse(null);
    }

    /// @param second of the second half of a comparison
    public record Sample(int card, boolean second, LabEvent.Sample packet) {}

    /// One file, as the program of one card tells of it.
    ///
    /// @param peer the other end's address
    /// @param steps in the order of time; the first is its beginning, where not too many came after it
    public record Transfer(int card, String peer, List<LabEvent.Progress> steps) {
        public Transfer {
            steps = List.copyOf(steps);
        }

        public LabEvent.Progress last() {
            return steps.getLast();
        }

        /// Null at the end that cannot know it.
        public @Nullable Long whole() {
            return last().whole();
        }
    }

    /// A client's time at a server, in ms since the first client came.
    ///
    /// @param served null while it waits
    /// @param gone null while it is there
    public record ServedClient(String name, double came, @Nullable Double served, @Nullable Double gone) {}
}
