package io.landline.lab.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.lab.PlainTcp;
import io.landline.lab.Recorder;
import io.landline.lab.net.ServerMode;
import io.landline.lab.net.ServerOptions;
import io.landline.lab.net.TcpServer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTest {
    private static final Instant NOW = Instant.parse("2026-11-20T06:16:11.000042Z");

    @ParameterizedTest
    @CsvSource(delimiter = '=', ignoreLeadingAndTrailingWhitespace = false,
            value = {"%Y-%m-%d=2026-11-20", "it is %I:%M %p=it is 06:16 AM", "%j|%U|%W|%w|%%=324|46|46|5|%",
                    "plain text=plain text", "%c=Fri Nov 20 06:16:11 2026", "%x=11/20/26", "%X=06:16:11", "%f=000042",
                    "%a %A %b %B=Fri Friday Nov November", "%u %G %V=5 2026 47", "%z%Z=' '",
                    "%D %e %F %T %R=11/20/26 20 2026-11-20 06:16:11 06:16",
                    "%n%t%h %C %g %k %l %r='\n\tNov 20 26  6  6 06:16:11 AM'", "%q %=%q %", "héllo %H=héllo 06"})
    void formatsAreThoseOfC(String format, String told) throws Exception {
        try (var server = TcpServer.start(ServerOptions.onLoopback(), ServerMode.CONCURRENT,
                new TimeServer(Clock.fixed(NOW, ZoneOffset.UTC)), new Recorder());
                var client = new PlainTcp(server.local())) {
            assertEquals(told, client.ask(format));
        }
    }

    @ParameterizedTest
    @CsvSource({"2023-01-01,01 00 52 2022", "2024-12-30,52 53 01 2025", "2026-01-01,00 00 01 2026",
            "2026-12-31,52 52 53 2026"})
    void weeksAreCountedThreeWays(String day, String told) {
        assertEquals(told, Strftime.format("%U %W %V %G", LocalDateTime.parse(day + "T00:00:00")));
    }

    @Test
    void aDayBelowTenHasABlankInC() {
        assertEquals("Sat Sep  5 12:00:00 2026 12 12 PM",
                Strftime.format("%c %I %l %p", LocalDateTime.parse("2026-09-05T12:00:00")));
    }

    @Test
    void severalQuestionsGoOnOneConnection() throws Exception {
        try (var server = TcpServer.start(ServerOptions.onLoopback(), ServerMode.CONCURRENT,
                new TimeServer(Clock.fixed(NOW, ZoneOffset.UTC)), new Recorder());
                var client = new PlainTcp(server.local());
                var other = new PlainTcp(server.local())) {
            assertEquals("06", client.ask("%H"));
            assertEquals("16", other.ask("%M"));
            assertEquals("11\r\n", client.ask("%S\r\n"), "a line end passes through");
        }
    }
}
