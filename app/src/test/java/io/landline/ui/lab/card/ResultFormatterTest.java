package io.landline.ui.lab.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import io.landline.lab.names.Services;
import io.landline.lab.names.UsualServices;
import io.landline.lab.ping.PingClient;
import io.landline.lab.relay.PrimeAsker;
import io.landline.lab.threads.TwoThreads;
import io.landline.language.Language;
import io.landline.ui.lab.LabPage;
import io.landline.ui.page.PageContext;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a card says when its program is done, in each language.
class ResultFormatterTest {
    /// With plain blanks for the narrow and the fixed ones.
    private static String said(LabResult result, Language language) {
        PageContext context = new FakeWindow().context(new FakeNode(), language);
        return new CardFormatter(context, context.texts(LabPage.class)).result(result)
                .replace('\u202f', ' ')
                .replace('\u00a0', ' ');
    }

    private static String english(LabResult result) {
        return said(result, Language.ENGLISH);
    }

    private static String french(LabResult result) {
        return said(result, Language.FRENCH);
    }

    private static List<List<String>> cells(String table) {
        return table.lines().map(line -> Arrays.asList(line.strip().split(" {2,}"))).toList();
    }

    @Test
    void aPingSaysWhatWasLostAndHowLongTheRestTook() {
        var ping = new PingClient.Result(4, 2, Arrays.asList(5.0, null, 7.4, null), 0);
        assertEquals("4 sent, 2 acknowledged, loss 50%, average 6.2 ms", english(ping));
        assertEquals("4 envoyés, 2 confirmés, pertes 50 %, moyenne 6,2 ms", french(ping));
    }

    @Test
    void aPingThatNobodyAnsweredHasNoAverage() {
        var ping = new PingClient.Result(3, 0, Collections.nCopies(3, null), 0);
        assertEquals("3 sent, none acknowledged", english(ping));
    }

    @Test
    void acknowledgementsThatCameTooLateAreCountedOnALineOfTheirOwn() {
        var one = new PingClient.Result(1, 0, Collections.nCopies(1, null), 1);
        assertEquals("One acknowledgement came too late for any packet.", english(one).lines().toList().getLast());
        var two = new PingClient.Result(2, 0, Collections.nCopies(2, null), 2);
        assertEquals("2 confirmations sont arrivées trop tard pour tout paquet.",
                french(two).lines().toList().getLast());
    }

    @Test
    void aNameIsSaidWithItsAddressesAndThePortThatGoesWithThem() {
        var found = new Lookup.Found("localhost", List.of(LabMessage.asIs("127.0.0.1"), LabMessage.asIs("::1")),
                "127.0.0.1", 80, "http");
        assertEquals("""
                localhost
                  127.0.0.1  port 80  ← the one that the IPv4-only call gives
                  ::1  port 80
                http = port 80""", english(found));
    }

    @Test
    void withoutAPortOrAnIpv4AddressThereAreAddressesAlone() {
        var noPort = new Lookup.Found("a.example", List.of(LabMessage.asIs("10.0.0.1")), "10.0.0.1", null, null);
        assertEquals("a.example\n  10.0.0.1  ← celle que donne l’appel limité à IPv4", french(noPort));
        var noIpv4 = new Lookup.Found("six", List.of(LabMessage.asIs("fd00::1")), null, 53, "domain");
        assertEquals("six\n  fd00::1\ndomain = port 53", english(noIpv4));
        var noService = new Lookup.Found("six", List.of(LabMessage.asIs("fd00::1")), null, 53, null);
        assertEquals("six\n  fd00::1", english(noService));
    }

    @Test
    void eachAddressIsSaidWithWhatCameOfIt() {
        var probe = new AddressProbe.Table(List.of(
                new AddressProbe.Row("127.0.0.1", "IPv4", "loopback", LabMessage.of("connected"), 1.25,
                        LabMessage.NOTHING),
                new AddressProbe.Row("10.0.0.9", "IPv4", "private", LabMessage.of("refused"), null,
                        LabMessage.of("Check the address and the port.")),
                new AddressProbe.Row("fd00::1", "IPv6", "unique-local", LabMessage.NOTHING, null, LabMessage.NOTHING)));
        assertEquals(List.of(List.of("127.0.0.1", "IPv4", "this computer", "connected in 1.2 ms"),
                List.of("10.0.0.9", "IPv4", "private", "refused: Check the address and the port."),
                List.of("fd00::1", "IPv6", "this site (IPv6)", "not tried yet")), cells(plain(english(probe))));
        List<List<String>> french = cells(plain(french(probe)));
        assertEquals(List.of("cet ordinateur", "connectée en 1,2 ms"), french.getFirst().subList(2, 4));
        assertTrue(french.get(1).getLast().startsWith("connexion refusée : "), french.toString());
    }

    /// Without the marks that keep the direction of what others said.
    private static String plain(String text) {
        return text.replace("\u200e", "");
    }

    @Test
    void theMeaningOfAServiceStandsInTheWindowsLanguage() {
        var table = new UsualServices.Table(Services.KNOWN);
        assertTrue(english(table).startsWith("ftp-data     20    RFC 959\n  files, the data connection\nftp "),
                english(table));
        String french = french(table);
        assertTrue(french.contains("fichiers, connexion de contrôle"), french);
        for (Services.Known each : Services.KNOWN) assertFalse(french.contains(each.meaning()), each.meaning());
    }

    @Test
    void udpAndTcpStandBesideEachOther() {
        var both = new UdpAndTcp.Result(1_000,
                new UdpAndTcp.Result.Side(0.5, Arrays.asList(1.0, null, 2.0), 1, 2, 1_280),
                new UdpAndTcp.Result.Side(1.25, Arrays.asList(3.0, 3.0, 3.0), 0, 0, 4_096));
        List<List<String>> rows = cells(english(both));
        assertEquals(List.of("1,000 messages each"), rows.getFirst());
        assertEquals(List.of("set-up", "mean", "lost", "out of order", "overhead"), rows.get(1));
        assertEquals(List.of("UDP", "0.50 ms", "1.50 ms", "1", "2", "1,280 B"), rows.get(2));
        assertEquals(List.of("TCP", "1.25 ms", "3.00 ms", "0", "0", "4,096 B"), rows.get(3));
        assertEquals(List.of("UDP", "0,50 ms", "1,50 ms", "1", "2", "1 280 o"), cells(french(both)).get(2));
    }

    @Test
    void aSideThatLostAllHasNoMean() {
        var lost = new UdpAndTcp.Result.Side(0.5, Collections.nCopies(2, null), 2, 0, 0);
        assertEquals(List.of("UDP", "0.50 ms", "–", "2", "0", "0 B"),
                cells(english(new UdpAndTcp.Result(2, lost, lost))).get(2));
    }

    @Test
    void aSlowReaderSaysThatNothingWasLost() {
        assertEquals("Sent 2,048 bytes, received 2,048: nothing was lost.",
                english(new SlowReader.Result(List.of(1.0), 2_048, 2_048)));
    }

    @Test
    void aClientThatWasNeverServedIsSaidToBeSo() {
        var timeline = new Load.Timeline(List.of(new Load.Bar(1, 0, 10.0, 30), new Load.Bar(2, 0, null, 30)));
        assertEquals("Client 1: waited 10 ms, was served for 20 ms\nClient 2: was never served", english(timeline));
        assertEquals("Client 2 : jamais servi", french(timeline).lines().toList().getLast());
    }

    @Test
    void primesAreListedByWorkerAndAddedUp() {
        var primes = new PrimeAsker.Result(100, List.of(new PrimeAsker.Share("10.0.0.1/5061", 2, 50, 15, 1.6),
                new PrimeAsker.Share("10.0.0.2/5061", 51, 100, 10, 2.4)));
        assertEquals(List.of(List.of("Worker", "range", "primes", "time (ms)"),
                List.of("10.0.0.1/5061", "2–50", "15", "2"), List.of("10.0.0.2/5061", "51–100", "10", "2"),
                List.of("Primes from 2 to 100: 25")), cells(english(primes)));
    }

    @Test
    void eachThreadCountsInItsOwnColumn() {
        var mixed = new TwoThreads.Interleaving(
                List.of(new TwoThreads.Count(1, 1, 0.4), new TwoThreads.Count(2, 1, 10.6)));
        assertEquals("time (ms)  Thread 1  Thread 2\n0          1\n11                   1", english(mixed));
    }

    @Test
    void failuresThatWereBroughtAboutAreSaidInTheWindowsLanguage() {
        var table = new FailuresOnPurpose.Table(List.of(new FailuresOnPurpose.Shown(
                LabMessage.of("UDP to a port where nothing listens"), LabMessage.of("refused"))));
        assertEquals("What was done, and what is said then:\n- UDP to a port where nothing listens\n    refused",
                english(table));
        assertEquals("Ce qui a été fait, et ce qui est dit alors :\n- UDP vers un port où rien n’écoute\n"
                + "    connexion refusée", french(table));
    }

    @Test
    void answersToABroadcastAreCountedInWords() {
        assertEquals("No answer", english(new BroadcastClient.Result(List.of())));
        assertEquals("1 answer", english(new BroadcastClient.Result(List.of("a"))));
        assertEquals("2 réponses", french(new BroadcastClient.Result(List.of("a", "b"))));
    }

    @Test
    void aSocketIsSaidWithItsEndsAndOptions() {
        var listening = new SocketCard(LabMessage.asIs("UDP (SOCK_DGRAM)"), "dual", "[::]:8000", null,
                LabMessage.of("listening"), Map.of("SO_RCVBUF", LabMessage.asIs("65536")));
        assertEquals("UDP (SOCK_DGRAM), double pile, en écoute\n  local [::]:8000\n  SO_RCVBUF = 65536",
                french(listening));
        var tied = new SocketCard(LabMessage.asIs("TCP (SOCK_STREAM)"), "IPv4", "127.0.0.1:5", "127.0.0.1:8",
                LabMessage.of("listening"), Map.of());
        assertTrue(english(tied).contains("\n  peer 127.0.0.1:8"), english(tied));
    }

    @Test
    void aFileIsSaidWithItsSumAndWhatTheProtocolCannotProve() {
        String said = english(new FileClient.Result(1_234, "ab12", Path.of("/tmp/secret.txt"), 0.5));
        assertTrue(said.startsWith("1,234 bytes in /tmp/secret.txt\nSHA-256 ab12\n"), said);
        assertTrue(said.contains("cannot be proven"), said);
    }

    @Test
    void severalResultsStandApart() {
        LabResult both = ResultList.and(new BroadcastClient.Result(List.of()),
                new BroadcastClient.Result(List.of("a")));
        assertEquals("No answer\n\n1 answer", english(both));
    }

    @Test
    void whatOthersWroteDoesNotTurnTheText() {
        var found = new Lookup.Found("evil\u202egpj.exe", List.of(), null, null, null);
        assertEquals("evilgpj.exe", english(found));
    }
}
