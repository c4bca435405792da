package io.landline.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    @Test
    void aTextThatHasToNameSomethingIsNotEmpty() throws Exception {
        JsonFields fields = StrictJson.object("{\"room\":\" \",\"shelf\":\"\",\"peer\":\" a\"}");
        for (String name : List.of("room", "shelf")) {
            assertEquals(name + " is empty", assertThrows(MalformedJsonException.class, () -> fields.filled(name, 9))
                    .getMessage());
        }
        assertEquals(" a", fields.filled("peer", 9));
    }

    @Test
    void aListIsNotCalledMissing() throws Exception {
        JsonFields fields = StrictJson.object("{\"to\":[],\"in\":{},\"nil\":null}");
        assertEquals("to is a list or an object", said(fields, "to"));
        assertEquals("in is a list or an object", said(fields, "in"));
        assertEquals("nil is missing", said(fields, "nil"));
        assertEquals("from is missing", said(fields, "from"));
    }

    private static String said(JsonFields fields, String name) {
        return assertThrows(MalformedJsonException.class, () -> fields.text(name, 9)).getMessage();
    }

    @Test
    void fieldsAreReadWithTheirTypeAndBounds() throws Exception {
        JsonFields fields = StrictJson.object("""
                {"text":"añ","number":-5,"big":9223372036854775807,"yes":true,"hex":"00fF","nil":null,
                 "inner":{"x":1},"list":[{"x":1},{"x":2}],"words":["a","b"]}""");
        assertEquals("añ", fields.text("text", 3));
        assertThrows(MalformedJsonException.class, () -> fields.text("text", 2));
        assertEquals(-5, fields.number("number", -5, -5));
        assertThrows(MalformedJsonException.class, () -> fields.number("number", -4, 9));
        assertThrows(MalformedJsonException.class, () -> fields.number("number", -9, -6));
        assertEquals(Long.MAX_VALUE, fields.number("big", 0, Long.MAX_VALUE));
        assertTrue(fields.flag("yes"));
        assertFalse(fields.flag("absent"));
        assertThrows(MalformedJsonException.class, () -> fields.flag("text"));
        assertArrayEquals(new byte[]{0, -1}, fields.hex("hex", 2));
        assertThrows(MalformedJsonException.class, () -> fields.hex("hex", 1));
        assertThrows(MalformedJsonException.class, () -> fields.hex("hex", 3));
        assertNull(fields.textOrNull("nil", 9));
        assertEquals(7, fields.numberOr("nil", 7, 0, 9));
        assertEquals(1, fields.object("inner").number("x", 1, 1));
        assertEquals(2, fields.objects("list", 2).size());
        assertThrows(MalformedJsonException.class, () -> fields.objects("list", 1));
        assertEquals(List.of("a", "b"), fields.texts("words", 2, 1));
        assertThrows(MalformedJsonException.class, () -> fields.texts("list", 2, 1));
        assertThrows(MalformedJsonException.class, () -> fields.objects("words", 2));
        assertEquals(List.of(), fields.texts("absent", 0, 0));
    }

    @Test
    void h35_whatIsNotOneStrictObjectIsRejected() {
        for (String bad : new String[]{"", " ", "[]", "1", "\"x\"", "null", "{", "{}x", "{}{}", "{\"a\":1,\"a\":2}",
                "{a:1}", "{'a':1}", "{\"a\":NaN}", "{\"a\":Infinity}", "{\"a\":01}", "{\"a\":+1}", "{\"a\":1;}",
                "{\"a\":1,}", "{\"a\":[1,]}", "{\"a\":\"\\ud800\"}", "{\"a\":\"\\x\"}", "{\"\\udc00\":1}",
                "{\"a\":tRUE}", "/**/{}", "{\"a\":" + "1".repeat(33) + "}", "\uFEFF{}"}) {
            assertThrows(MalformedJsonException.class, () -> StrictJson.object(bad), bad);
        }
    }

    @Test
    void h35_depthAndMembersPassUpToTheirLimitAndNoFurther() throws Exception {
        StrictJson.object(nested(StrictJson.DEPTH_MAX));
        assertThrows(MalformedJsonException.class, () -> StrictJson.object(nested(StrictJson.DEPTH_MAX + 1)));
        StrictJson.object(wide(StrictJson.MEMBERS_MAX));
        assertThrows(MalformedJsonException.class, () -> StrictJson.object(wide(StrictJson.MEMBERS_MAX + 1)));
        StrictJson.object("{\"a\":" + "1".repeat(StrictJson.NUMBER_CHARACTERS_MAX) + "}");
    }

    @Test
    void numbersThatAreNotWholeAreRejectedAsWholeNumbers() throws Exception {
        for (String bad : new String[]{"1.5", "1e400", "1e3", "1e0", "10E0", "10.0e1", "0e0", "-0.1",
                "99999999999999999999", "\"1\""}) {
            JsonFields fields = StrictJson.object("{\"a\":" + bad + "}");
            assertThrows(MalformedJsonException.class, () -> fields.number("a", Long.MIN_VALUE, Long.MAX_VALUE), bad);
        }
    }

    @Test
    void h46_bytesThatAreNotUtf8AreRejected() {
        for (int b : new int[]{0x80, 0xc0, 0xfe, 0xff, 0xed}) {
            byte[] bytes = "{\"a\":\"x\"}".getBytes(UTF_8);
            bytes[6] = (byte) b;
            assertThrows(MalformedJsonException.class, () -> StrictJson.object(bytes));
        }
    }

    @Test
    void randomTextGivesFieldsOrARejectionAndNothingElse() {
        var random = Seed.random("randomTextGivesFieldsOrARejectionAndNothingElse");
        String alphabet = "{}[]\",:0123456789.-+eEtrufalsn\\ \u0000\ud800é";
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder("{\"a\":");
            for (int n = random.nextInt(30); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            if (random.nextBoolean()) text.append('}');
            try {
                StrictJson.object(text.toString());
            } catch (MalformedJsonException e) {
                continue; // the only exception that may come
            }
        }
    }

    private static String nested(int depth) {
        return "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }

    private static String wide(int members) {
        var text = new StringBuilder("{");
        for (int i = 0; i < members; i++) text.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":1");
        return text.append('}').toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":1,\"id\":2}", "{\"id\":\"\\ud800\"}", "{\"id\":1", "{\"id\":1} x",
            "[{\"id\":1}]", "{\"a\":{\"id\":1}}", "", "x"})
    void aMemberThatCannotBeToldIsNone(String text) {
        assertNull(StrictJson.member(text, "id"));
    }

    @Test
    void aMemberOfARefusedObjectIsRead() {
        assertEquals("7", String.valueOf(StrictJson.member("{\"a\":\"\\ud800\",\"id\":7}", "id")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":7,\"a\":\"x", "{\"id\":7,\"a\":[1", "{\"id\":7,\"a", "{\"id\":7}", "{\"id\":7} x",
            "{\"a\":{},\"id\":7,\"b\":{\"id\":8"})
    void aMemberThatStandsWholeInABeginningIsRead(String beginning) {
        assertEquals("7", String.valueOf(StrictJson.memberOfBeginning(beginning, "id")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":7", "{\"id\":\"x", "{\"a\":\"x", "{\"id\":7,\"id\":8,\"a\":\"x",
            "{\"id\":{\"a\":7", "x", ""})
    void aMemberThatABeginningBreaksOffInIsNone(String beginning) {
        assertNull(StrictJson.memberOfBeginning(beginning, "id"));
    }
}
