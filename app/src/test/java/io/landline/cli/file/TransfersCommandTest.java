package io.landline.cli.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `resume` and `retry` promise, and the lines of `list`.
class TransfersCommandTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
            "out, paused, false, 'reason':'disk-full', true",
            "in, paused, false, 'reason':'disk-full', false",
            "out, paused, false, , false",
            "out, waiting, true, , true",
            "in, waiting, true, , true",
            "out, failed, false, 'reason':'cancelled', false",
    })
    void whatTheOtherSideHasStoppedGoesOnWhenTheyResumeIt(String direction, String state, boolean pausedByPeer,
            String more, boolean isStoppedThere) {
        JsonObject transfer = JsonParser.parseString("{'direction':'" + direction + "','state':'" + state
                + "','pausedByPeer':" + pausedByPeer + (more == null ? "" : "," + more) + "}").getAsJsonObject();
        assertEquals(isStoppedThere, TransfersCommand.isStoppedThere(transfer));
    }

    private static JsonObject json(String fields) {
        return JsonParser.parseString("{" + fields + "}").getAsJsonObject();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'direction':'in','state':'running' | from Max  running
            'direction':'out','state':'waiting','reason':'peer-away' | to Max  waiting (peer-away)
            'direction':'in','state':'paused' | from Max  paused
            'direction':'in','state':'paused','reason':'disk-full' | from Max  stopped (disk-full)
            'direction':'in','state':'paused','reason':'disk-full','missingBytes':1200000 | \
            from Max  stopped (disk-full: 1.2 MB more must be free)
            'direction':'in','state':'paused','reason':'no-permission','missingFolder':'/a\u202eb' | \
            from Max  stopped (the folder /a\\u202eb is not there)
            'direction':'out','state':'paused','pausedByPeer':true | to Max  paused by the other side
            'direction':'in','state':'failed','reason':'declined' | from Max  declined
            'direction':'out','state':'failed','reason':'cancelled' | to Max  cancelled
            'direction':'out','state':'failed','reason':'source-gone' | to Max  failed (source-gone)
            'direction':'in','state':'a later one' | from Max  a later one
            'direction':'in','state':'done','failed':12 | from Max  files missing: 12
            'direction':'in','state':'done','reason':'source-gone' | from Max  the rest failed (source-gone)
            """)
    void aTransferSaysFromWhomItIsHowItStandsAndHowMuchOfItIsHere(String fields, String said) {
        JsonObject transfer = json("'transfer':'a98553cb557ad354','name':'Max','pausedByPeer':false,'here':12400000,"
                + "'bytes':200000000,'names':['Photos','a\u202eb']");
        json(fields).entrySet().forEach(each -> transfer.add(each.getKey(), each.getValue()));
        assertEquals("a98553cb557ad354  " + said + "  12.4 MB of 200.0 MB  Photos, a\\u202eb",
                TransfersCommand.line(transfer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | nobody else has been in this room yet
            1 | waits for P1
            3 | waits for P1, P2, P3
            4 | waits for P1, P2, P3 and 1 more
            """)
    void anOfferNamesThreeOfThoseThatItWaitsFor(int people, String said) {
        String all = IntStream.rangeClosed(1, people)
                .mapToObj(each -> "{'name':'P" + each + "'}")
                .collect(Collectors.joining(","));
        JsonObject offer = json("'offer':'8f3c01d2a98553cb8f3c01d2a98553cb','conversation':'#class','bytes':5,"
                + "'names':['a.txt'],'waitsFor':[" + all + "]");
        assertEquals("8f3c01d2a98553cb  to #class  " + said + "  5 B  a.txt", TransfersCommand.offerLine(offer));
    }
}
