package io.landline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.landline.identity.Identity;
import io.landline.json.StrictJson;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Rooms;
import io.landline.node.port.Rooms.OfferedWords;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.node.port.Rooms.Receivers;
import io.landline.peer.Fingerprint;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Several people offer new words for one room: the user says whose he decides about.
class WordsLinesTest {
    private static final Fingerprint ADA = Identity.generate().fingerprint();
    private static final Fingerprint BEN = Identity.generate().fingerprint();

    private final List<String> declined = new ArrayList<>();
    private final List<OfferedWords> offers = new ArrayList<>();

    private Rooms rooms() {
        return (Rooms) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{Rooms.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "offeredWords" -> offers;
                    case "declineWords" -> {
                        declined.add((String) arguments[0]);
                        yield null;
                    }
                    case "wordsGoTo" -> new Receivers(Set.of(ADA), arguments[1].equals(Set.of(BEN)) ? 0 : 31);
                    case "changeWords" -> new OwnRoom("#class", "#class", "class", false, true, "amber fox", true,
                            false, null);
                    default -> throw new AssertionError(method);
                });
    }

    private void decline(String room, Fingerprint... peer) throws Exception {
        var command = new JsonObject();
        command.addProperty("room", room);
        if (peer.length > 0) command.addProperty("peer", peer[0].hex());
        WordsLines.answer(rooms(), "decline-words", StrictJson.object(command.toString()), new JsonObject());
    }

    private String changed(String more) throws Exception {
        var ok = new JsonObject();
        WordsLines.answer(rooms(), "change-words", StrictJson.object("{\"room\":\"#class\"" + more + "}"), ok);
        return ok.toString();
    }

    @Test
    void whatWasChangedTellsHowManyWereLeftOut() throws Exception {
        String told = "{\"room\":\"#class\",\"key\":\"amber fox\",\"people\":1";
        assertEquals(told + ",\"leftOutCount\":31}", changed(""));
        assertEquals(told + "}", changed(",\"without\":[\"" + BEN.hex() + "\"]"));
        assertEquals(told + "}", changed(",\"to\":[\"" + BEN.hex() + "\"]"));
    }

    private void offer(String change, Fingerprint author, String name) {
        offers.add(new OfferedWords(change, "#class", author, name, Instant.EPOCH));
    }

    @Test
    void ofOnePersonTheNewestIsMeant() throws Exception {
        offer("first", ADA, "Ada");
        offer("second", ADA, "Ada");
        decline("class");
        assertEquals(List.of("second"), declined);
    }

    @Test
    void ofSeveralPeopleTheNamedOneIsMeantAndWithoutANameAllAreSaid() throws Exception {
        offer("adas", ADA, "Ada");
        offer("bens", BEN, "Ben");
        var asked = assertThrows(CommandException.class, () -> decline("#class"));
        assertEquals(Code.AMBIGUOUS, asked.code());
        assertTrue(String.valueOf(asked.getMessage()).contains("Ada (" + ADA.brief() + "), Ben (" + BEN.brief() + ")"),
                asked.getMessage());
        assertEquals(List.of(), declined);
        decline("#class", ADA);
        assertEquals(List.of("adas"), declined);
    }

    @Test
    void whatNobodyOffersIsNotDecided() {
        offer("adas", ADA, "Ada");
        assertEquals(Code.NOT_POSSIBLE, assertThrows(CommandException.class, () -> decline("#other")).code());
        assertEquals(Code.NOT_POSSIBLE, assertThrows(CommandException.class, () -> decline("#class", BEN)).code());
    }
}
