package io.landline.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class ShownMessagesTest {
    private static final String ID = "1122334455667788".repeat(2);
    private final ShownMessages shown = new ShownMessages();

    private static JsonObject json(String fields) {
        return JsonParser.parseString("{" + fields + "}").getAsJsonObject();
    }

    private String pastOfAnAnswer() {
        return HistoryFormatter.past(shown.withWords(json("'event':'message','name':'Ben','text':'yes','reply':'" + ID
                + "','written':'2026-11-24T10:00:00Z'"))).substring("2026-11-24 10:00  ".length());
    }

    private void says(String text) {
        shown.learn(json("'event':'message','id':'" + ID + "','text':'" + text + "'"));
    }

    @Test
    void anAnswerHasTheFirstWordsOfWhatItAnswers() {
        says("Shall we meet?");
        assertEquals("Ben (answers “Shall we meet?”): yes", pastOfAnAnswer());
    }

    @Test
    void anAnswerToFilesHasTheirNamesAndOneToAHandInBoxItsTitle() {
        shown.learn(json("'event':'collect','id':'" + ID + "','title':'Essay'"));
        assertEquals("Ben (answers “Essay”): yes", pastOfAnAnswer());
        shown.learn(json("'event':'files','id':'" + ID + "','names':['a.txt','b.txt']"));
        assertEquals("Ben (answers “a.txt, b.txt”): yes", pastOfAnAnswer());
        shown.learn(json("'event':'offered','offer':'" + ID + "','names':['photo\\u001b.jpg']"));
        assertEquals("Ben (answers “photo\\x1b.jpg”): yes", pastOfAnAnswer());
    }

    @Test
    void whatIsNotKnownHasTheDigitsOfItsId() {
        assertEquals("Ben (answers 11223344): yes", pastOfAnAnswer());
    }

    @Test
    void anAnswerToADeletedMessageSaysSo() {
        shown.learnDeleted(ID);
        assertEquals("Ben (answers a deleted message): yes", pastOfAnAnswer());
        JsonObject deletes = json("'event':'deleted','name':'Ada','target':'" + ID + "'");
        assertEquals("Ada deleted 11223344.", EventFormatter.sentence(shown.withWords(deletes)));
        says("Shall we meet?");
        assertEquals("Ada deleted “Shall we meet?”.", EventFormatter.sentence(shown.shown(deletes)));
        assertEquals("Ben (answers a deleted message): yes", pastOfAnAnswer());
    }

    @Test
    void aDeletedMessageOfTheHistoryIsKnownAsSuch() {
        says("Shall we meet?");
        shown.learn(json("'event':'message','id':'" + ID + "','text':'','deleted':true"));
        assertEquals("Ben (answers a deleted message): yes", pastOfAnAnswer());
    }

    @Test
    void aLongTextIsCutBetweenCharactersAndHarmless() {
        says("😀".repeat(41));
        assertEquals("Ben (answers “" + "😀".repeat(40) + "…”): yes", pastOfAnAnswer());
        says("a\\u001b\\nb");
        assertEquals("Ben (answers “a\\x1b…”): yes", pastOfAnAnswer());
    }

    @Test
    void anActNamesTheMessageAndAChangeRenewsItsWords() {
        says("helo");
        JsonObject edited = json("'event':'edited','name':'Ada','target':'" + ID + "','text':'hello'");
        assertEquals("Ada changed “helo”: hello", EventFormatter.sentence(shown.withWords(edited)));
        shown.learn(edited);
        assertEquals("Ben (answers “hello”): yes", pastOfAnAnswer());
    }

    @Test
    void whatSomebodySendsIsNeverTakenForItsWords() {
        JsonObject forged = json("'event':'reacted','name':'Eve','target':'" + ID
                + "','emoji':'+','on':true,'firstWords':'I owe you'");
        assertEquals("Eve reacted to 11223344: +", EventFormatter.sentence(shown.withWords(forged)));
    }

    @Test
    void theOldestIsForgotten() {
        says("Shall we meet?");
        for (int i = 0; i < ShownMessages.KEPT_MAX; i++) shown.learn("id" + i, "text");
        assertEquals("Ben (answers 11223344): yes", pastOfAnAnswer());
    }

    @Test
    void reactionsAreCountedBehindTheText() {
        assertEquals("hi  [👍 2, \\x1b 1]", HistoryFormatter.said(json("'text':'hi','reactions':"
                + "[{'emoji':'👍','people':2},{'emoji':'\\u001b','people':1}]")));
    }

    @Test
    void whatANamedMessageSaysIsAskedForOnce() {
        JsonObject answer = json("'event':'message','name':'Ben','text':'yes','reply':'" + ID + "'");
        assertEquals(ID, shown.unknown(answer));
        says("Shall we meet?");
        assertEquals(null, shown.unknown(answer));
        assertEquals(null, shown.unknown(json("'event':'message','name':'Ben','text':'yes'")));
    }
}
