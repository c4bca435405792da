package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.NameCard;
import io.landline.chat.NameCardStore;
import io.landline.chat.NameCardStore.Kept;
import io.landline.identity.Identity;
import io.landline.peer.PeerName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What every store of conversations does with the names of authors.
abstract class NameCardContract extends OwnEntriesContract {
    private static Kept kept(Identity of, String name, long millis, boolean vouched) {
        return new Kept(NameCard.signed(of, new PeerName(name), millis), vouched);
    }

    @Test
    void theNewCardOfAnAuthorReplacesTheOld() {
        NameCardStore cards = stores.cards();
        Identity ada = Identity.generate();
        assertNull(cards.find(ada.fingerprint()));
        cards.put(kept(ada, "Ada", 5, false));
        Kept newer = kept(ada, "Zo\u00eb \ud83c\udf88", 6, true);
        cards.put(newer);
        Kept found = cards.find(ada.fingerprint());
        assertArrayEquals(newer.card().bytes(), found.card().bytes());
        assertTrue(found.card().signatureHolds());
        assertTrue(found.vouched());
        assertEquals(1, cards.all().size());
        cards.drop(ada.fingerprint());
        assertNull(cards.find(ada.fingerprint()));
        assertEquals(List.of(), cards.all());
    }

    @Test
    void cardsOfAuthorsWithoutALogAreForgottenButTheOwn() {
        NameCardStore cards = stores.cards();
        Author wrote = Author.of(ROOM, 1);
        Identity me = Identity.generate();
        for (Identity each : List.of(wrote.identity, me, Identity.generate())) {
            cards.put(kept(each, "somebody", 1, false));
        }
        add(wrote.texts(1));
        cards.dropWithoutLog(me.fingerprint());
        assertEquals(Set.of(wrote.fingerprint(), me.fingerprint()),
                cards.all().stream().map(each -> each.card().author()).collect(Collectors.toSet()));
        assertNull(cards.find(Identity.generate().fingerprint()));
    }
}
