package io.landline.ui.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.labprograms.LabMessageFormatter;
import io.landline.language.Language;
import io.landline.ui.lab.card.BenchViewModel;
import io.landline.ui.lab.card.CardFormatter;
import io.landline.ui.lab.card.CardState;
import io.landline.ui.lab.card.CardViewModel;
import io.landline.ui.lab.card.PumpedLab;
import io.landline.ui.lab.wire.TraceRow;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a person reads on the page in French after real programs have run.
class FrenchLabTest {
    private static final double WIDTH = 1_000;
    private static final double NARROW = 480;
    private static final double HEIGHT = 2_000;
    /// Of the trace, fewer than are in sight.
    private static final int ROWS_AT_ONCE = 5;
    /// Shorter pieces of sentences are in both languages, or in what is typed.
    private static final int TELLING_CHARS = 9;
    /// The course's own words, which its programs send.
    private static final Set<String> ON_THE_WIRE = Set.of("Content-Length");

    /// Keeps the direction of what others wrote to itself.
    private static final String MARK = "\u200e";

    private final PumpedLab lab = new PumpedLab();

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    /// The page of this system, diagram and trace, with the chosen row in full.
    private List<String> page(BenchViewModel bench) {
        return TestedScreen.onFx(() -> {
            var texts = new ArrayList<String>();
            lab.model.chosen().set(bench.system());
            try (var page = new LabPage(new FakeWindow().context(new FakeNode(), Language.FRENCH), lab.model)) {
                var screen = new TestedScreen(page.view(), WIDTH, HEIGHT);
                texts.addAll(screen.texts());
                for (ToggleButton each : screen.all(ToggleButton.class)) {
                    boolean opens = each.getStyleClass().contains("lab-more");
                    if (opens || "lab-show-trace".equals(each.getId())) each.fire();
                }
                screen.settle();
                for (ListView<?> each : screen.all(ListView.class)) {
                    if (!"lab-trace".equals(each.getId())) continue;
                    for (int i = 0; i < each.getItems().size(); i += ROWS_AT_ONCE) {
                        each.scrollTo(i);
                        each.getSelectionModel().select(i);
                        screen.settle();
                        texts.addAll(screen.texts());
                    }
                    each.getSelectionModel().selectLast();
                    screen.settle();
                }
                for (TextField each : screen.all(TextField.class)) {
                    if (each.getPromptText() != null) texts.add(each.getPromptText());
                }
                texts.addAll(screen.texts());
            }
            return texts;
        });
    }

    private static void says(List<String> page, String words) {
        assertTrue(page.stream().anyMatch(each -> each.contains(words)),
                () -> words + " is not in " + String.join(" | ", page));
    }

    /// No piece of what the lab says in English.
    private static void isFrench(List<String> page) {
        var english = new TreeSet<String>();
        for (String pattern : LabMessageFormatter.translations(Language.FRENCH).keySet()) {
            if (ON_THE_WIRE.contains(pattern)) continue;
            for (String piece : pattern.split("\\{\\d}")) {
                if (piece.strip().length() >= TELLING_CHARS) english.add(piece.strip());
            }
        }
        for (String shown : page) {
            List<String> said = english.stream().filter(shown::contains).toList();
            assertEquals(List.of(), said, shown);
        }
    }

    @Test
    void theAddressThatTheCallForIpv4GivesIsMarked() throws Exception {
        BenchViewModel bench = lab.bench("lookup");
        bench.cards().getFirst().start();
        told(bench, 1);
        says(page(bench), "127.0.0.1  ← celle que donne l’appel limité à IPv4");
    }

    /// Until so many programs have told of their end.
    private void told(BenchViewModel bench, int ends) throws InterruptedException {
        lab.until(
                () -> bench.rows().stream().filter(each -> each.kind() == TraceRow.Kind.ENDED).count() == ends
                        && bench.cards().stream().noneMatch(each -> each.state().get().isBusy()),
                bench.system().key() + " has ended");
    }

    private BenchViewModel ended(String key) throws InterruptedException {
        BenchViewModel bench = lab.bench(key);
        CardViewModel card = bench.cards().getFirst();
        if (key.equals("lookup")) PumpedLab.set(card, "subject", "");
        if (key.equals("reach")) {
            PumpedLab.set(card, "to", "127.0.0.1");
            PumpedLab.set(card, "port", "1");
        }
        card.start();
        told(bench, 1);
        return bench;
    }

    @Test
    void aPortInUseIsSaidInFrench() throws Exception {
        BenchViewModel bench = lab.bench("tcp-echo");
        try (var taken = new ServerSocket(0)) {
            CardViewModel server = bench.cards().getFirst();
            PumpedLab.set(server, "port", String.valueOf(taken.getLocalPort()));
            server.start();
            lab.until(() -> server.state().get() instanceof CardState.PortTaken, "the port is taken");
            List<String> page = page(bench);
            says(page, "Le port " + taken.getLocalPort() + " est pris par un autre programme.");
            isFrench(page);
        }
    }

    @Test
    void aConversationAndItsCleanEndAreToldInFrenchAndExportedForProgramsInEnglish() throws Exception {
        BenchViewModel bench = lab.bench("tcp-echo");
        CardViewModel server = bench.cards().getFirst();
        CardViewModel client = bench.cards().get(1);
        PumpedLab.set(server, "once", "true");
        lab.serve(bench);
        lab.start(client);
        lab.until(() -> !client.prompt().get().isEmpty(), "it asks");
        client.type("");
        client.type("hello");
        client.type("bye");
        told(bench, 2);
        List<String> page = page(bench);
        says(page, "un client, comme demandé");
        says(page, "1 message envoyé, avec réponse");
        says(page, "Un message vide n’est pas envoyé");
        isFrench(page);
        TestedScreen.onFx(() -> {
            var context = new FakeWindow().context(new FakeNode(), Language.FRENCH);
            var texts = context.texts(LabPage.class);
            var content = new ReportContent(bench, new CardFormatter(context, texts), texts);
            isFrench(List.of(content.report(Instant.EPOCH, List.of(), List.of()).toString()));
            String exported = content.trace().toString();
            assertTrue(exported.contains("one client, as asked") && exported.contains("An empty message is not sent"),
                    exported);
        });
    }

    @Test
    void whyAClientGotNoAnswerIsSaidInFrench() throws Exception {
        BenchViewModel bench = lab.bench("tcp-hello");
        CardViewModel client = bench.cards().get(1);
        PumpedLab.set(client, "port", "1");
        client.start();
        lab.until(() -> client.state().get() instanceof CardState.Failed, "it failed");
        List<String> page = page(bench);
        says(page, "Pas de connexion à 127.0.0.1");
        says(page, "Rien n’écoute là");
        isFrench(page);
    }

    /// Half of its packets are lost on purpose; the client ends the server.
    private BenchViewModel pinged() throws InterruptedException {
        BenchViewModel bench = lab.bench("ping");
        CardViewModel server = bench.cards().getFirst();
        CardViewModel client = bench.cards().get(1);
        PumpedLab.set(server, "max-delay", "2");
        PumpedLab.set(server, "loss", "50");
        PumpedLab.set(server, "seed", "3");
        PumpedLab.set(client, "count", "8");
        PumpedLab.set(client, "interval", "0.05");
        lab.serve(bench);
        client.start();
        told(bench, 2);
        return bench;
    }

    @Test
    void whatIsLostOnPurposeAndWhoEndedTheServerIsSaidInFrench() throws Exception {
        List<String> page = page(pinged());
        says(page, "arrêté par 127.0.0.1:");
        says(page, "perdu exprès, après");
        isFrench(page);
    }

    @Test
    void aRowWithoutAMessageIsReadWholeInANarrowWindow() throws Exception {
        BenchViewModel bench = pinged();
        TestedScreen.onFx(() -> {
            lab.model.chosen().set(bench.system());
            try (var page = new LabPage(new FakeWindow().context(new FakeNode(), Language.FRENCH), lab.model)) {
                var screen = new TestedScreen(page.view(), NARROW, HEIGHT);
                for (ToggleButton each : screen.all(ToggleButton.class)) {
                    if ("lab-show-trace".equals(each.getId())) each.fire();
                }
                bench.filter().set(bench.cards().getFirst().id());
                screen.settle();
                ListView<?> trace = screen.all(ListView.class)
                        .stream()
                        .filter(each -> "lab-trace".equals(each.getId()))
                        .findFirst()
                        .orElseThrow();
                int seen = 0;
                for (int i = 0; i < trace.getItems().size(); i++) {
                    trace.scrollTo(i);
                    screen.settle();
                    for (Label each : screen.all(Label.class)) {
                        if (!each.getText().contains("perdu exprès")) continue;
                        seen++;
                        assertTrue(each.lookup(".text") instanceof Text painted
                                && painted.getText().equals(each.getText()), each.getText());
                    }
                }
                assertTrue(seen > 0, "something was lost");
            }
        });
    }

    @Test
    void theFailuresOfACourseAreFrench() throws Exception {
        List<String> page = page(ended("failures"));
        says(page, "un second serveur sur un port déjà pris");
        says(page, "Fermez ce programme, ou prenez un autre port avec --port.");
        isFrench(page);
    }

    @Test
    void theSocketCardsAreFrench() throws Exception {
        List<String> page = page(ended("sockets"));
        says(page, "UDP (SOCK_DGRAM), double pile, ouvert");
        says(page, "en écoute");
        isFrench(page);
    }

    @Test
    void whatToolsFindOutIsFrench() throws Exception {
        List<String> reached = page(ended("reach"));
        says(reached, "connexion refusée");
        isFrench(reached);
        List<String> own = page(ended("lookup"));
        says(own, "boucle locale");
        isFrench(own);
    }

    @Test
    void whatAClientAsksForIsAskedInFrench() throws Exception {
        assertEquals("lettre ->", asked("hangman"));
        assertEquals("IP/port texte ->", asked("relay"));
        assertEquals("Tapez un message, ou Exit pour vous déconnecter\u202f:", asked("tcp-chat"));
        assertEquals("Message", asked("udp-echo"), "an arrow alone says nothing");
    }

    /// What stands in the field of the system's first client.
    private String asked(String key) throws InterruptedException {
        BenchViewModel bench = lab.bench(key);
        lab.serve(bench);
        CardViewModel client = bench.cards().get(1);
        client.start();
        lab.until(() -> !client.prompt().get().isEmpty(), key + " asks");
        return TestedScreen.onFx(() -> {
            lab.model.chosen().set(bench.system());
            try (var page = new LabPage(new FakeWindow().context(new FakeNode(), Language.FRENCH), lab.model)) {
                var screen = new TestedScreen(page.view(), WIDTH, HEIGHT);
                TextField field = screen.all(TextField.class)
                        .stream()
                        .filter(each -> ("card-" + client.program().key() + "-1-typed").equals(each.getId()))
                        .findFirst()
                        .orElseThrow();
                return field.getPromptText().replace(MARK, "").strip();
            }
        });
    }

    @Test
    void whatDashesMeanIsNotSaidBelowDatagrams() throws Exception {
        BenchViewModel datagrams = lab.bench("udp-echo");
        lab.serve(datagrams);
        CardViewModel asking = datagrams.cards().get(1);
        lab.start(asking);
        assertTrue(asking.type("bonjour"));
        lab.until(() -> !datagrams.ladder().get().rungs().isEmpty(), "a message");
        assertTrue(page(datagrams).stream().noneMatch(each -> each.contains("En pointillé")));
        BenchViewModel connected = lab.bench("tcp-echo");
        lab.serve(connected);
        lab.start(connected.cards().get(1));
        lab.until(() -> !connected.ladder().get().rungs().isEmpty(), "a connection");
        says(page(connected), "En pointillé");
    }
}
