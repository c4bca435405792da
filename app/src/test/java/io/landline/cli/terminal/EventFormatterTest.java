package io.landline.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Events as a person reads them.
class EventFormatterTest {
    private static JsonObject event(String fields) {
        return JsonParser.parseString("{" + fields.replace('\'', '"') + "}").getAsJsonObject();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'event':'ready','name':'Ada','fingerprint':'abcdef0123','tcpPort':5 | Here as Ada (abcdef01), TCP port 5.
            'event':'peer-appeared','name':'Ada','rooms':['#a','#b'] | Ada is here with #a, #b.
            'event':'peer-appeared','name':'Ada','rooms':['#a','#b','#a'] | Ada is here with #a, #b.
            'event':'peer-appeared','name':'Ada','rooms':[] | Ada is here.
            'event':'peer-left','name':'Ada','reason':'silent' | Ada has gone (silent).
            'event':'message','name':'Ada','conversation':'#a','text':'hi' | #a Ada: hi
            'event':'message','name':'Ada','conversation':'abcdef','text':'hi' | Ada: hi
            'event':'delivered' | Delivered.
            'event':'transfer-resumed','by':'peer' | Resumed by the other side.
            'event':'transfer-resumed','by':'us' | Resumed by you.
            'event':'warning','message':'Careful.' | Careful.
            'event':'warning','message':'Much.','peer':'ad12cd34ef','limit':'day' \
            | Much. To fetch more today: landline allow ad12cd34
            'event':'warning','message':'Much.','peer':'ad12cd34ef','limit':'unknown-kinds' \
            | Much. To fetch more today: landline allow ad12cd34
            'event':'warning','message':'Much.','peer':'ad12cd34ef','limit':'logs' | Much.
            'event':'error','message':'Broken.' | Broken.
            'event':'closed','name':'Ada','target':'4c1b3afb99','conversation':'#a','counts':[] \
            | #a Ada closed the hand-in box 4c1b3afb.
            'event':'closed','name':'Ada','target':'4c1b3afb99','conversation':'#a','counts':[2,0] \
            | #a Ada closed the poll 4c1b3afb: [1] 2, [2] 0.
            'event':'transferred','direction':'out','name':'Bob','paths':['/d/a'],'bytes':4,'seconds':2 \
            | Sent /d/a: 4 B in 2.0 s, 2 B/s, verified. To Bob.
            'event':'transferred','direction':'in','name':'Bob','paths':['/d/a'],'bytes':4,'seconds':2 \
            | Received /d/a: 4 B in 2.0 s, 2 B/s, verified. From Bob.
            'event':'transfer-failed','direction':'out','name':'Bob','reason':'declined','resumable':false \
            | Bob declined the offer. Nothing was sent there.
            'event':'bye' | Left the network.
            """)
    void anEventIsOneSentence(String fields, String sentence) {
        assertEquals(sentence, EventFormatter.sentence(event(fields)));
    }

    /// Else one message would look like several, of other people too.
    @Test
    void eachLineOfATextButTheFirstStandsBackFromTheLinesOfMessages() {
        String forged = "'name':'Eve','id':'1122334455','at':'2026-11-20T10:00:00.000Z','conversation':'#a',"
                + "'text':'hi\\n10:00:00  Ben: I owe Eve 5'";
        var message = event("'event':'message'," + forged);
        var shown = List.of(EventFormatter.line(message), HistoryFormatter.past(message),
                HistoryFormatter.pastWithId(message), HistoryFormatter.found(message, true),
                HistoryFormatter.saved(event("'kind':'text'," + forged)),
                EventFormatter.sentence(event("'event':'edited','target':'99887766'," + forged)));
        for (String each : shown) assertTrue(each.endsWith("hi\n    10:00:00  Ben: I owe Eve 5"), each);
        String question = EventFormatter.sentence(event("'event':'poll','name':'Eve','id':'1122334455',"
                + "'conversation':'#a','question':'a\\nb','options':['c']"));
        assertEquals("#a Eve asks (11223344): a\n    b [1] c", question);
    }

    /// Else a name could say something in the place of another person, or in another conversation.
    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    Ben: I owe Eve 5. Ada | “Ben: I owe Eve 5. Ada”
                    Ben： ja | “Ben： ja”
                    #a Ben | “#a Ben”
                    Ben”: ja. “Ada | “Ben': ja. 'Ada”
                    Ben | Ben
                    """)
    void h47_aNameThatPassesForMoreStandsInQuotationMarks(String name, String shown) {
        var message = event("'event':'message','id':'1122334455','at':'2026-11-20T10:00:00.000Z',"
                + "'conversation':'abcdef','text':'ok','name':'" + name + "'");
        assertEquals(shown + ": ok", EventFormatter.sentence(message));
        String past = HistoryFormatter.past(message);
        assertTrue(past.endsWith("  " + shown + ": ok"), past);
        String found = HistoryFormatter.found(HistoryFormatter.withPerson(message, name), false);
        assertTrue(found.endsWith("  " + shown + "  " + shown + ": ok"), found);
    }

    @ParameterizedTest
    @CsvSource({"wrong-key,Ada has another key for #a: compare", "open-differs,Ada has #a too",
            "no-common-room,Ada is in none of your rooms", "version,Ada has another version",
            "tired,Ada was refused (tired)"})
    void aRefusalSaysWhy(String reason, String beginning) {
        String sentence = EventFormatter
                .sentence(event("'event':'refused','name':'Ada','room':'#a','reason':'" + reason + "'"));
        assertTrue(sentence != null && sentence.startsWith(beginning), sentence);
    }

    @Test
    void eachStopSaysWhatWasKeptAndWhatHappensNext() {
        String id = ",'transfer':'00112233445566ff','direction':";
        String full = "'event':'transfer-failed','reason':'disk-full','resumable':true" + id;
        assertEquals("The disk is full. What has arrived is kept; once that is mended, "
                + "landline transfers resume 00112233 goes on.", EventFormatter.sentence(event(full + "'in'")));
        assertEquals("The disk has too little space: 79.3 MB more must be free. What has arrived is kept; once that is"
                + " mended, landline transfers resume 00112233 goes on.",
                EventFormatter.sentence(event(full + "'in','missingBytes':79300000")));
        assertEquals("The disk is full at the receiver. What has arrived is kept; it goes on when the receiver resumes "
                + "it.", EventFormatter.sentence(event(full + "'out'")));
        String readOnly = full.replace("disk-full", "no-permission"); // the folder, or the file alone
        assertEquals("The file or its folder may not be written to. What has arrived is kept; once that is mended, "
                + "landline transfers resume 00112233 goes on.", EventFormatter.sentence(event(readOnly + "'in'")));
        assertEquals("The file or its folder is gone at the receiver, or may not be written to. What is still there "
                + "is kept; it goes on when the receiver resumes it.",
                EventFormatter.sentence(event(readOnly + "'out'")));
        String changed = "'event':'transfer-failed','reason':'source-changed','resumable':false" + id;
        assertEquals("Nothing of it is as it was offered any more. What had arrived is removed; "
                + "landline transfers retry 00112233 offers it again.",
                EventFormatter.sentence(event(changed + "'out'")));
        assertEquals("Paused by you. What has arrived is kept; landline transfers resume 00112233 goes on.",
                EventFormatter.sentence(event("'event':'transfer-paused','by':'us'" + id + "'in'")));
        assertEquals("Paused by the other side. What has arrived is kept; it goes on when they resume it.",
                EventFormatter.sentence(event("'event':'transfer-paused','by':'peer'" + id + "'in'")));
    }

    @Test
    void whatDidNotArriveIsCountedAndNamed() {
        String event = "'event':'transferred','direction':'in','paths':['/d/Photos'],'files':9999,'bytes':4,"
                + "'seconds':2,'failed':12,'failures':[{'path':'a.jpg','reason':'source-changed'},"
                + "{'path':'b','reason':'source-gone'}]";
        assertEquals("Received /d/Photos: 4 B in 2.0 s, 2 B/s, verified. 9,999 of 10,011 files; 12 must be offered "
                + "again: a.jpg (changed), b (gone), 10 more.", EventFormatter.sentence(event(event)));
    }

    @Test
    void offersAndFilesSayTheirDirection() {
        String offer = "'event':'offered','names':['a','b'],'bytes':1500,'transfer':'t1','direction':";
        assertEquals("You are offered a, b (1.5 kB): transfer t1.", EventFormatter.sentence(event(offer + "'in'")));
        assertEquals("You are offered a, b (1.5 kB) by Ada\\x1b: transfer t1.",
                EventFormatter.sentence(event("'name':'Ada\\u001b','conversation':'ad'," + offer + "'in'")));
        assertEquals("You are offered a, b (1.5 kB) by Ada in #class: transfer t1.",
                EventFormatter.sentence(event("'name':'Ada','conversation':'#class'," + offer + "'in'")));
        assertEquals("Offered a, b (1.5 kB).", EventFormatter.sentence(event(offer + "'out'")));
        assertEquals("Offered a, b (1.5 kB) to Ada.",
                EventFormatter.sentence(event("'name':'Ada'," + offer + "'out'")));
        String file = "'event':'transferred','paths':['/d/a'],'bytes':2000000,'seconds':2.0,'direction':";
        assertEquals("Received /d/a: 2.0 MB in 2.0 s, 1.0 MB/s, verified.",
                EventFormatter.sentence(event(file + "'in'")));
        assertEquals("Sent /d/a: 2.0 MB in 2.0 s, 1.0 MB/s, verified.", EventFormatter.sentence(event(file + "'out'")));
    }

    @Test
    void ofWhatIsEmptyOrWasHereBeforeNoSpeedIsTold() {
        String file = "'event':'transferred','paths':['/d/a'],'seconds':40.2,'direction':'out',";
        assertEquals("Sent /d/a: 0 B, verified.", EventFormatter.sentence(event(file + "'bytes':0")));
        assertEquals("Sent /d/a: 2.0 MB, verified.",
                EventFormatter.sentence(event(file + "'bytes':2000000,'moved':0")));
        assertEquals("Received /d/a: 0 B, verified. From Ada.",
                EventFormatter.sentence(event(file.replace("out", "in") + "'bytes':0,'name':'Ada'")));
    }

    @Test
    void aSpeedIsOfWhatMovedInTheseSeconds() {
        assertEquals("Received /d/a: 2.0 MB, 400.0 kB of it now in 2.0 s, 200.0 kB/s, verified.",
                EventFormatter.sentence(
                        event("'event':'transferred','paths':['/d/a'],'bytes':2000000,'moved':400000,'seconds':2.0,"
                                + "'direction':'in'")));
    }

    @Test
    void whatNobodyNeedsToSeeHasNoLine() {
        assertNull(EventFormatter.line(event("'event':'session-opened','name':'Ada'")));
    }
}
