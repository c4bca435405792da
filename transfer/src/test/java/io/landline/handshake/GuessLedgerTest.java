package io.landline.handshake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.handshake.GuessLedger.State;
import io.landline.handshake.GuessLedger.Ticket;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuessLedgerTest {
    private final GuessLedger generated = new GuessLedger(true);
    private final GuessLedger weaker = new GuessLedger(false);
    private Duration uptime = Duration.ofMinutes(3);

    private static InetAddress source(int number) {
        try {
            return InetAddress.getByAddress(new byte[]{10, 0, (byte) (number >> 8), (byte) number});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static long granted(List<Ticket> tickets) {
        return tickets.stream().filter(ticket -> ticket.state() == State.GRANTED).count();
    }

    private List<Ticket> ask(GuessLedger ledger, int count, int firstSource, int sources) {
        var tickets = new ArrayList<Ticket>();
        for (int i = 0; i < count; i++) tickets.add(ledger.ask(source(firstSource + i % sources), false, uptime));
        return tickets;
    }

    @Test
    void h29_oneSourceHasFiveGuessesAMinute() {
        List<Ticket> tickets = ask(generated, 6, 1, 1);
        assertEquals(GuessLedger.PER_SOURCE, granted(tickets));
        generated.update(uptime.plus(GuessLedger.PER_SOURCE_WINDOW).minusNanos(1));
        assertEquals(GuessLedger.PER_SOURCE, granted(tickets));
    }

    @Test
    void h29_manySourcesTogetherHaveOneGuessASecondAtAGeneratedKey() {
        long taken = 0;
        var all = new ArrayList<Ticket>();
        for (int second = 0; second < 60; second++) {
            all.addAll(ask(generated, 4, 4 * second, 4));
            uptime = uptime.plusSeconds(1);
            generated.update(uptime);
        }
        taken += granted(all);
        assertTrue(taken <= 60 + GuessLedger.GENERATED, taken + " in a minute");
        assertTrue(taken >= 50, taken + " in a minute: the budget is used");
    }

    @Test
    void h29_manySourcesTogetherHaveTenGuessesAMinuteAtAWeakerKey() {
        List<Ticket> tickets = ask(weaker, 40, 1, 40);
        assertEquals(GuessLedger.WEAKER, granted(tickets));
        weaker.update(uptime.plusSeconds(59));
        assertEquals(GuessLedger.WEAKER, granted(tickets));
    }

    @Test
    void whatIsGivenBackIsGrantedToTheNextAtOnce() {
        List<Ticket> tickets = ask(generated, 30, 1, 1);
        for (int i = 0; i < 30; i++) {
            assertEquals(State.GRANTED, tickets.get(i).state(), "member " + i);
            generated.giveBack(tickets.get(i), uptime);
        }
    }

    @Test
    void aCrowdOfOneAddressDoesNotKeepAnotherAddressWaiting() {
        ask(weaker, GuessLedger.WEAKER - 1, 1, 2); // of two strangers, nearly all of it
        List<Ticket> crowd = ask(weaker, GuessLedger.WAITING_PER_SOURCE_MAX, 3, 1);
        Ticket member = weaker.ask(source(99), false, uptime);
        assertEquals(State.WAITING, member.state());
        uptime = uptime.plusSeconds(60);
        weaker.update(uptime.minusNanos(1));
        weaker.update(uptime);
        assertEquals(State.TURNED_AWAY, crowd.getLast().state());
        Ticket again = weaker.ask(source(99), false, uptime);
        assertEquals(State.GRANTED, again.state());
    }

    @Test
    void turnsGoOverTheAddressesNotOverTheAsking() {
        List<Ticket> first = ask(generated, GuessLedger.GENERATED, 1, GuessLedger.GENERATED);
        assertEquals(GuessLedger.GENERATED, granted(first));
        List<Ticket> crowd = ask(generated, 5, 100, 1);
        Ticket member = generated.ask(source(200), false, uptime);
        generated.giveBack(first.get(0), uptime);
        generated.giveBack(first.get(1), uptime);
        assertEquals(1, granted(crowd));
        assertEquals(State.GRANTED, member.state());
    }

    @Test
    void whoWaitsAMinuteIsTurnedAway() {
        ask(weaker, GuessLedger.WEAKER, 1, GuessLedger.WEAKER);
        uptime = uptime.plusSeconds(5);
        Ticket ticket = ask(weaker, 6, 50, 1).getLast();
        weaker.update(uptime.plus(GuessLedger.WAIT_MAX).minusNanos(1));
        assertEquals(State.WAITING, ticket.state());
        weaker.update(uptime.plus(GuessLedger.WAIT_MAX));
        assertEquals(State.TURNED_AWAY, ticket.state());
    }

    @Test
    void whatTheUserAskedForNeverWaitsButCounts() {
        ask(weaker, 40, 1, 40);
        assertEquals(State.GRANTED, weaker.ask(source(77), true, uptime).state());
        var other = new GuessLedger(false);
        for (int i = 0; i < GuessLedger.PER_SOURCE; i++) other.ask(source(1), true, uptime);
        assertEquals(State.WAITING, other.ask(source(1), false, uptime).state());
    }

    @Test
    void theQueueOfOneAddressIsBounded() {
        ask(generated, GuessLedger.PER_SOURCE, 1, 1);
        List<Ticket> waiting = ask(generated, GuessLedger.WAITING_PER_SOURCE_MAX, 1, 1);
        assertTrue(waiting.stream().allMatch(ticket -> ticket.state() == State.WAITING));
        assertEquals(State.TURNED_AWAY, generated.ask(source(1), false, uptime).state());
    }

    @Test
    void theWholeQueueIsBoundedAndTheBusiestAddressGivesWay() {
        ask(generated, GuessLedger.GENERATED, 1, GuessLedger.GENERATED);
        List<Ticket> crowd = ask(generated, GuessLedger.WAITING_PER_SOURCE_MAX, 500, 1);
        ask(generated, GuessLedger.WAITING_MAX - GuessLedger.WAITING_PER_SOURCE_MAX, 1_000, 400);
        Ticket member = generated.ask(source(3_000), false, uptime);
        assertEquals(State.WAITING, member.state());
        assertEquals(State.TURNED_AWAY, crowd.getLast().state());
    }

    @Test
    void aLedgerIsIdleWhenItsGuessesAreOld() {
        ask(generated, 3, 1, 1);
        generated.update(uptime.plusSeconds(59));
        assertEquals(false, generated.isIdle());
        generated.update(uptime.plusSeconds(60));
        assertEquals(true, generated.isIdle());
    }

    @Test
    void theNextChangeIsNeverInThePast() {
        ask(generated, GuessLedger.PER_SOURCE + 1, 1, 1);
        uptime = uptime.plusSeconds(30); // past the window of all, inside that of one source
        generated.update(uptime);
        assertTrue(generated.nextChange(uptime).compareTo(uptime) > 0);
        assertEquals(Duration.ofSeconds(30), generated.nextChange(uptime).minus(uptime));
    }
}
