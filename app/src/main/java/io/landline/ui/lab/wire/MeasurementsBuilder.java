package io.landline.ui.lab.wire;

import io.landline.lab.LabEvent;
import io.landline.lab.LabResult;
import io.landline.lab.SocketCard;
import io.landline.lab.compare.Load;
import io.landline.ui.lab.wire.Measurements.Sample;
import io.landline.ui.lab.wire.Measurements.ServedClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gathers what charts are drawn from. Each start of a measuring program begins a new picture. Confined to one thread.
final class MeasurementsBuilder {
    /// As many as a chart has points from its left to its right on a wide screen.
    static final int SAMPLES_MAX = 1_000;
    /// More bars than this are no picture.
    static final int CLIENTS_MAX = 32;
    private static final double NANOS_PER_MILLI = 1e6;

    private final NewestItems<Sample> samples = new NewestItems<>(SAMPLES_MAX);
    private final NewestItems<LabEvent.Rate> rates = new NewestItems<>(SAMPLES_MAX);
    private final List<ServedClient> clients = new ArrayList<>();
    private final TransfersBuilder transfers = new TransfersBuilder();
    private final Map<Integer, LabResult> results = new LinkedHashMap<>();
    private @Nullable Instant firstCame;
    private int sampledCard = -1;
    private int sampledRun = -1;
    private int lastNumber;
    private boolean second;

    void apply(ProgramEvent told) {
        switch (told.event()) {
            case LabEvent.Sample sample -> sample(told, sample);
            case LabEvent.Rate rate -> {
                begin(told);
                rates.add(rate);
            }
            case LabEvent.Progress progress -> transfers.progress(told.card(), progress);
            case LabEvent.Connection(var at, var peer, var state) -> connection(peer.name(), at, state);
            case LabEvent.SoFar(_, var found) -> results.put(told.card(), found);
            case LabEvent.Result(_, var result) when !(result instanceof SocketCard) -> {
                results.put(told.card(), result);
                if (result instanceof Load.Timeline timeline && clients.isEmpty()) load(timeline);
            }
            case LabEvent.Started _, LabEvent.In _, LabEvent.Out _, LabEvent.Unanswered _,
                    LabEvent.Refused _, LabEvent.Remark _, LabEvent.Opened _, LabEvent.Result _,
                    LabEvent.Stopped _ -> {
            }
        }
    }

    private void begin(ProgramEvent told) {
        if (told.card() == sampledCard && told.run() == sampledRun) return;
        sampledCard = told.card();
        sampledRun = told.run();
        samples.clear();
        rates.clear();
        lastNumber = 0;
        second = false;
    }

    private void sample(ProgramEvent told, LabEvent.Sample sample) {
        begin(told);
        if (sample.number() <= lastNumber) second = true; // a comparison counts from 1 again
        lastNumber = sample.number();
        samples.add(new Sample(told.card(), second, sample));
    }

    private void connection(String name, Instant at, LabEvent.Connection.State state) {
        if (firstCame == null) firstCame = at;
        double millis = Duration.between(firstCame, at).toNanos() / NANOS_PER_MILLI;
        int known = lastOf(name);
        switch (state) {
            case WAITING -> add(new ServedClient(name, millis, null, null));
            case CONNECTED -> {
                if (known < 0) {
                    add(new ServedClient(name, millis, millis, null));
                } else {
                    clients.set(known, new ServedClient(name, clients.get(known).came(), millis, null));
                }
            }
            case CLOSED -> {
                if (known >= 0) {
                    clients.set(known,
                            new ServedClient(name, clients.get(known).came(), clients.get(known).served(), millis));
                }
            }
        }
    }

    /// The place of the client that is there under this name now; −1 if there is no such client.
    private int lastOf(String name) {
        for (int i = clients.size() - 1; i >= 0; i--) {
            ServedClient each = clients.get(i);
            if (each.name().equals(name) && each.gone() == null) return i;
        }
        return -1;
    }

    private void add(ServedClient client) {
        if (clients.size() == CLIENTS_MAX) clients.removeFirst();
        clients.add(client);
    }

    /// Of a server that does not run here.
    private void load(Load.Timeline timeline) {
        for (Load.Bar each : timeline.bars()) {
            add(new ServedClient(String.valueOf(each.client()), each.connected(), each.served(), each.done()));
        }
    }

    Measurements measures() {
        return new Measurements(samples.all(), rates.all(), clients, transfers.transfers(), results);
    }

    void forget(int card) {
        results.remove(card);
    }

    void clear() {
        samples.clear();
        rates.clear();
        clients.clear();
        transfers.clear();
        results.clear();
        firstCame = null;
        sampledCard = -1;
    }
}
