package io.landline.lab.names;

import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.LabResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lists the services that every course names (S24), with port, meaning and where each is written down. Asks nobody.
public record UsualServices(Consumer<LabEvent> events) implements Client {

    public record Table(List<Services.Known> services) implements LabResult {
        public Table {
            services = List.copyOf(services);
        }

        @Override
        public Map<String, @Nullable Object> fields() {
            var list = new ArrayList<Map<String, @Nullable Object>>();
            for (Services.Known each : services) {
                var row = new LinkedHashMap<String, @Nullable Object>();
                row.put("name", each.name());
                row.put("port", each.port());
                row.put("meaning", each.meaning());
                row.put("source", each.source());
                list.add(row);
            }
            var fields = new LinkedHashMap<String, @Nullable Object>();
            fields.put("services", list);
            return fields;
        }

        @Override
        public String summary() {
            return services.stream()
                    .map(each -> String.format(Locale.ROOT, "%-12s %5d  %-32s %s", each.name(), each.port(),
                            each.meaning(), each.source()))
                    .collect(Collectors.joining("\n"));
        }
    }

    @Override
    public void run() {
        events.accept(new LabEvent.Result(Instant.now(), new Table(Services.KNOWN)));
        events.accept(new LabEvent.Stopped(Instant.now(), LabMessage.NOTHING));
    }
}
