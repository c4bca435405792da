package io.landline.shelf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class TakeFieldTest {
    @Test
    void anOfferSaysWhichWishItAnswers() {
        var take = TakeId.random();
        byte[] body = "{\"files\":1,\"unknown\":true}".getBytes(UTF_8);
        assertEquals(take, TakeField.of(TakeField.with(body, take)));
        assertEquals("{\"files\":1,\"unknown\":true,\"take\":\"" + take.hex() + "\"}",
                new String(TakeField.with(body, take), UTF_8));
        assertNull(TakeField.of(body));
        assertNull(TakeField.of(null));
        assertNull(TakeField.of("{\"take\":\"short\"}".getBytes(UTF_8)));
        assertNull(TakeField.of("no JSON".getBytes(UTF_8)));
    }
}
