package io.landline.ui.transfers.state;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.PersonStatus;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.Contacts.Trait;
import io.landline.peer.Fingerprint;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfferPeopleTest {
    private static final Fingerprint ADA = person(-1);

    private final OfferPeople people = new OfferPeople();

    private static Fingerprint person(int number) {
        return Fingerprint.of(ByteBuffer.allocate(Fingerprint.BYTES).putInt(number).array());
    }

    private void adaIsConnected() {
        people.read(List.of(new Contact(ADA, "Ada", Set.of(Trait.CONNECTED), List.of(), List.of(), List.of(),
                List.of(), PersonStatus.NONE)));
    }

    @Test
    void whatAnEventToldCountsMoreThanWhatWasReadBefore() {
        adaIsConnected();
        people.session(ADA, false);
        assertTrue(people.isAway(ADA));
        people.session(ADA, true);
        assertFalse(people.isAway(ADA));
    }

    /// A window may be open for weeks, and anybody may come and go under any number of identities.
    @Test
    void ofPeopleWhoCameAndWentTheLastOnesAreRemembered() {
        people.session(ADA, false);
        for (int i = 0; i < OfferPeople.TOLD_MAX; i++) people.session(person(i), false);
        adaIsConnected();
        assertFalse(people.isAway(ADA));
    }

    @Test
    void whoIsToldOfAgainIsRememberedAsOneOfTheLast() {
        people.session(ADA, true);
        for (int i = 1; i < OfferPeople.TOLD_MAX; i++) people.session(person(i), false);
        people.session(ADA, false);
        people.session(person(0), false);
        adaIsConnected();
        assertTrue(people.isAway(ADA));
    }
}
