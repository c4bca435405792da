package io.landline.node.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.PersonStatus;
import io.landline.chat.PersonStatus.State;
import io.landline.node.LoopbackNodes;
import io.landline.node.RunningForTest;
import io.landline.node.port.Activity;
import io.landline.node.port.Activity.Typist;
import io.landline.node.port.CommandException;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.Read;
import io.landline.node.port.NodeEvent.SessionClosed;
import io.landline.node.port.NodeEvent.StatusChanged;
import io.landline.node.port.NodeEvent.Typing;
import io.landline.node.port.Rooms;
import io.landline.node.port.Subscription;
import io.landline.node.port.TimelineItem.Delivery;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who types, who is busy and who was seen when, over real nodes.
class NodeActivityTest extends LoopbackNodes {
    @Test
    void typingAndStatusArriveAndEndWithTheSession() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.awaitJoined(bob);
            bob.awaitJoined(ada);
            var bobs = bob.node.fingerprint();
            bob.node.contacts().activity().say(State.BUSY, "exam");
            ada.await(StatusChanged.class, e -> e.status().equals(new PersonStatus(State.BUSY, "exam", false)));
            assertEquals(State.BUSY, ada.node.contacts().activity().of(bobs).status().state());
            assertNull(ada.node.contacts().activity().of(bobs).last());
            bob.node.contacts().activity().typing("#class");
            ada.await(Typing.class, e -> e.active() && e.conversation().equals("#class") && e.name().equals("Bob"));
            assertEquals(List.of(new Typist(bobs, "Bob")), ada.node.contacts().activity().typists("#class"));
            bob.node.chats().say("#class", "written");
            ada.await(Typing.class, e -> !e.active());
            ada.await(Message.class, e -> e.text().equals("written"));
            assertEquals(List.of(), ada.node.contacts().activity().typists("#class"));
            bob.node.contacts().activity().typing(ada.node.fingerprint().hex());
            ada.await(Typing.class, e -> e.active() && e.conversation().equals(bobs.hex()));
            bob.close();
            ada.await(SessionClosed.class, e -> e.peer().equals(bobs));
            ada.await(StatusChanged.class, e -> e.status().equals(PersonStatus.NONE));
            assertNotNull(ada.node.contacts().activity().of(bobs).last());
        }
    }

    @Test
    void nobodyTypesAnyMoreInARoomThatWasLeftAndIsJoinedAgain() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.awaitJoined(bob);
            bob.awaitJoined(ada);
            bob.node.contacts().activity().say(State.BUSY, "");
            ada.await(StatusChanged.class, e -> e.status().state() == State.BUSY); // now both are ready for more
            bob.node.contacts().activity().typing("#class");
            ada.await(Typing.class, e -> e.active() && e.conversation().equals("#class"));
            Rooms.WayBack back = ada.node.rooms().leave("#class");
            ada.await(Typing.class, e -> !e.active() && e.conversation().equals("#class"));
            back.take();
            assertEquals(List.of(), ada.node.contacts().activity().typists("#class"));
        }
    }

    @Test
    void whoHidesSeesNobodyReadAnyMoreWhatWasReadBeforeIncluded() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.awaitJoined(bob);
            ada.node.chats().say("#class", "read me");
            bob.await(Message.class, e -> e.text().equals("read me"));
            bob.node.chats().read("#class");
            ada.await(Read.class, e -> e.peer().equals(bob.node.fingerprint()));
            assertEquals(new Delivery(1, 1), delivery(ada));
            ada.node.contacts().activity().share(false);
            assertEquals(new Delivery(1, 0), delivery(ada));
        }
    }

    private static Delivery delivery(RunningForTest of) throws CommandException {
        return of.node.chats().page("#class", null, 1).items().getFirst().delivery();
    }

    @Test
    void whoHidesIsNotSeenLastAndSeesNothingAndStaysSoAfterARestart() throws Exception {
        try (var ada = start("Ada")) {
            try (var bob = start("Bob")) {
                bob.node.contacts().activity().share(false);
            }
            var bob = start("Bob");
            assertFalse(bob.node.contacts().activity().isShared());
            ada.awaitJoined(bob);
            bob.awaitJoined(ada);
            var bobs = bob.node.fingerprint();
            ada.await(StatusChanged.class, e -> e.status().hides());
            bob.node.contacts().activity().typing("#class");
            bob.node.chats().say("#class", "and no typing came before");
            ada.await(Message.class, e -> e.text().startsWith("and no typing"));
            assertEquals(List.of(), ada.node.contacts().activity().typists("#class"));
            bob.close();
            ada.await(SessionClosed.class, e -> e.peer().equals(bobs));
            assertNull(ada.node.contacts().activity().of(bobs).last());
            assertTrue(ada.node.contacts().activity().isShared());
        }
    }

    @Test
    void theOwnStatusIsToldToThoseWhoWatchItUntilTheyEnd() throws Exception {
        try (var ada = start("Ada")) {
            Activity activity = ada.node.contacts().activity();
            var told = new ArrayList<State>();
            Subscription watch = activity.watchOwn(() -> told.add(activity.own().state()));
            activity.say(State.AWAY, "");
            watch.close();
            activity.say(State.HERE, "");
            assertEquals(List.of(State.AWAY), told);
        }
    }
}
