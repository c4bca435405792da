package io.landline.cli.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.process.SelfCommand;
import io.landline.testing.NamespaceLan;
import io.landline.testing.ProcessTest;
import io.landline.testing.StartsPrograms;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a client of the Lab says where it reaches nobody, each time for another reason.
@StartsPrograms
class UnreachedServersTest {
    private static String said(NamespaceLan lan, String host, int port) throws Exception {
        ProcessBuilder builder = lan.command(1, SelfCommand
                .of("lab", "tcp-hello", "--to", host, "--port", String.valueOf(port))
                .toArray(String[]::new)).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = lan.start(builder);
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, process.onExit().join().exitValue(), said);
        return said.strip();
    }

    private static String sentence(String host, int port, String why) {
        return "No connection to " + host + " port " + port + ": " + host + " " + why;
    }

    @ProcessTest
    void eachReasonHasASentenceThatSaysWhatToDo() throws Exception {
        try (var lan = NamespaceLan.of(2)) {
            lan.command("ip", "-n", lan.namespace(1), "route", "del", "default");
            lan.firewall(2, "add rule inet lan i tcp dport 5302 drop");
            assertEquals(
                    List.of(sentence("10.99.0.1", 9000,
                            "no route. There is no route to it from this computer: is it on the same network, and does"
                                    + " it have an address of this IP version?"),
                            sentence("10.77.0.99", 9000,
                                    "unreachable. No computer answers at that address, or a firewall forbids it: is the"
                                            + " address right, and is that computer on?"),
                            sentence("10.77.0.2", 5302,
                                    "timed out. Nothing came back: is the server running, is the address right, is the"
                                            + " IP version the same, does a firewall stand between?"),
                            sentence("10.77.0.2", 5303,
                                    "refused. Nothing listens there, or a firewall refuses: is the server running, on"
                                            + " this port, and of the same IP version?")),
                    List.of(said(lan, "10.99.0.1", 9000), said(lan, "10.77.0.99", 9000), said(lan, "10.77.0.2", 5302),
                            said(lan, "10.77.0.2", 5303)));
        }
    }
}
