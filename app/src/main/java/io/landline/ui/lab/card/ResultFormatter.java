package io.landline.ui.lab.card;

import io.landline.lab.LabMessage;
import io.landline.lab.LabResult;
import io.landline.lab.SocketCard;
import io.landline.lab.broadcast.BroadcastClient;
import io.landline.lab.compare.FailuresOnPurpose;
import io.landline.lab.compare.Load;
import io.landline.lab.compare.SlowReader;
import io.landline.lab.compare.UdpAndTcp;
import io.landline.lab.file.FileClient;
import io.landline.lab.names.AddressProbe;
import io.landline.lab.names.Lookup;
import io.landline.lab.names.UsualServices;
import io.landline.lab.ping.PingClient;
import io.landline.lab.ping.RampClient;
import io.landline.lab.relay.PrimeAsker;
import io.landline.lab.threads.TwoThreads;
import io.landline.language.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// What came out, in the window's language. What it gives may hold others' text. Immutable; JavaFX thread.
final class ResultFormatter {
    private final Texts texts;
    private final CardFormatter formatter;

    ResultFormatter(Texts texts, CardFormatter formatter) {
        this.texts = texts;
        this.formatter = formatter;
    }

    String of(LabResult result) {
        return switch (result) {
            case ResultList(List<LabResult> each) -> each.stream()
                    .map(this::of)
                    .collect(Collectors.joining("\n\n"));
            case PingClient.Result ping -> ping(ping);
            case RampClient.Result ramp -> ramp.seconds()
                    .stream()
                    .map(each -> each.acked() > 0
                            ? texts.format("result.second", each.second(), each.bits(), each.delayMillis(),
                                    each.lost())
                            : texts.format("result.second.silent", each.second(), each.lost()))
                    .collect(Collectors.joining("\n"));
            case FileClient.Result(long bytes, String sum, var path, double _) -> texts.format("result.file", bytes,
                    path.toString(), sum);
            case Lookup.Found found -> found(found);
            case AddressProbe.Table table -> AlignedColumns.of(table.rows()
                    .stream()
                    .map(each -> List.of(each.address(), each.family(), texts.get("scope." + each.scope()),
                            formatter.reached(each)))
                    .toList());
            case UsualServices.Table table -> services(table);
            case UdpAndTcp.Result both -> both(both);
            case SlowReader.Result slow -> texts.format("result.slow", slow.sent(), slow.received());
            case Load.Timeline timeline -> timeline.bars().stream().map(this::bar).collect(Collectors.joining("\n"));
            case PrimeAsker.Result primes -> primes(primes);
            case TwoThreads.Interleaving mixed -> mixed(mixed);
            case FailuresOnPurpose.Table table -> failures(table);
            case BroadcastClient.Result all -> texts.format("result.answers", all.answers().size());
            case SocketCard card -> socket(card);
            default -> result.summary();
        };
    }

    /// What others said in it is made harmless with the whole.
    private String said(LabMessage said) {
        return formatter.wording().format(said);
    }

    private String failures(FailuresOnPurpose.Table table) {
        var text = new StringBuilder(texts.get("result.failures"));
        for (FailuresOnPurpose.Shown each : table.failures()) {
            text.append("\n- ").append(said(each.what())).append("\n    ").append(said(each.said()));
        }
        return text.toString();
    }

    private String socket(SocketCard card) {
        var lines = new ArrayList<String>();
        lines.add(texts.format("result.socket", said(card.full()), said(card.state())));
        lines.add("  " + texts.get("socket.local") + " " + card.local());
        String peer = card.peer();
        if (peer != null) lines.add("  " + texts.get("socket.peer") + " " + peer);
        card.options().forEach((name, value) -> lines.add("  " + name + " = " + said(value)));
        return String.join("\n", lines);
    }

    private String ping(PingClient.Result ping) {
        Double average = ping.averageMillis();
        String packets = average == null
                ? texts.format("chart.packets.none", ping.sent())
                : texts.format("chart.packets", ping.sent(), ping.received(), ping.lossPercent(), average);
        return ping.lateAcks() == 0 ? packets : packets + "\n" + texts.format("result.late", ping.lateAcks());
    }

    private String found(Lookup.Found found) {
        Integer port = found.port();
        var lines = new ArrayList<String>();
        lines.add(found.name());
        for (LabMessage address : found.addresses()) {
            String each = said(address);
            String at = port == null || found.ipv4() == null
                    ? each
                    : texts.format("result.address-port", each, String.valueOf(port));
            lines.add("  " + (each.equals(found.ipv4()) ? texts.format("result.ipv4", at) : at));
        }
        if (port != null && found.service() != null) {
            lines.add(texts.format("result.service", found.service(), String.valueOf(port)));
        }
        return String.join("\n", lines);
    }

    /// The meaning on a line of its own: cards are narrow.
    private String services(UsualServices.Table table) {
        List<String> heads = AlignedColumns.of(table.services()
                .stream()
                .map(each -> List.of(each.name(), String.valueOf(each.port()), each.source()))
                .toList()).lines().toList();
        var lines = new ArrayList<String>();
        for (int i = 0; i < heads.size(); i++) {
            lines.add(heads.get(i));
            lines.add("  " + texts.get("service." + table.services().get(i).name()));
        }
        return String.join("\n", lines);
    }

    private String both(UdpAndTcp.Result both) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("", texts.get("result.set-up"), texts.get("result.mean"), texts.get("result.lost"),
                texts.get("result.order"), texts.get("result.overhead")));
        rows.add(side(texts.get("chart.udp"), both.udp()));
        rows.add(side(texts.get("chart.tcp"), both.tcp()));
        return texts.format("result.messages", both.messages()) + "\n" + AlignedColumns.of(rows) + "\n"
                + texts.get("result.both-ways");
    }

    private List<String> side(String name, UdpAndTcp.Result.Side side) {
        OptionalDouble mean = side.millis().stream().filter(Objects::nonNull).mapToDouble(each -> each).average();
        return List.of(name, texts.format("result.millis", side.setupMillis()),
                mean.isEmpty() ? "–" : texts.format("result.millis", mean.getAsDouble()), String.valueOf(side.lost()),
                String.valueOf(side.outOfOrder()), texts.format("bytes", side.overheadBytes()));
    }

    private String bar(Load.Bar bar) {
        Double served = bar.served();
        return served == null
                ? texts.format("result.never-served", bar.client())
                : texts.format("result.served", bar.client(), served - bar.connected(), bar.done() - served);
    }

    private String primes(PrimeAsker.Result result) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(texts.get("program.worker"), texts.get("result.piece"), texts.get("result.primes"),
                texts.get("chart.millis")));
        for (PrimeAsker.Share each : result.shares()) {
            rows.add(List.of(each.worker(), each.from() + "–" + each.to(), String.valueOf(each.primes()),
                    String.valueOf(Math.round(each.millis()))));
        }
        return AlignedColumns.of(rows) + "\n" + texts.format("result.primes-all", result.upTo(), result.primes());
    }

    private String mixed(TwoThreads.Interleaving mixed) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(texts.get("chart.millis"), texts.format("threads.name", 1), texts.format("threads.name", 2)));
        for (TwoThreads.Count each : mixed.counts()) {
            String number = String.valueOf(each.number());
            rows.add(List.of(String.valueOf(Math.round(each.millis())), each.thread() == 1 ? number : "",
                    each.thread() == 1 ? "" : number));
        }
        return AlignedColumns.of(rows);
    }
}
