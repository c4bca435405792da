package io.landline.ui.lab;

import io.landline.ui.lab.card.BenchViewModel;
import io.landline.ui.lab.card.PumpedLab;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The Lab as the window has it, in a process of its own, for a test that looks at it from outside. Takes `start` and
/// `stop` on stdin until its end, and answers each with its word.
final class LabChild {
    private LabChild() {}

    public static void main(String[] args) throws Exception {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (var lab = new PumpedLab()) {
            List<BenchViewModel> benches = List.of(lab.bench("udp-echo"), lab.bench("tcp-echo"));
            System.out.println("idle");
            for (String line; (line = lines.readLine()) != null;) {
                if (line.equals("start")) {
                    start(lab, benches);
                } else {
                    stop(lab, benches);
                }
                System.out.println(line);
            }
        }
    }

    private static void start(PumpedLab lab, List<BenchViewModel> benches) throws InterruptedException {
        for (BenchViewModel each : benches) {
            lab.serve(each);
            lab.start(each.cards().get(1));
        }
    }

    private static void stop(PumpedLab lab, List<BenchViewModel> benches) throws InterruptedException {
        lab.model.stopAll();
        for (BenchViewModel each : benches) lab.until(() -> each.running() == 0, "all have ended");
    }
}
