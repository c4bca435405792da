package io.landline.chat.pace;

import io.landline.session.ReceivedFrame;
import io.landline.session.Session;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Frames that are worked off already, of peers that bring too much ([PushPace]). Their bytes count until a later time,
/// and until then little or nothing more is read of these peers. Bounded by [io.landline.cost.WaitingBytes]. Told the
/// time; confined to the conversations' thread.
public final class ThrottledFrames {
    private record HeldFrames(Session session, Duration until, List<ReceivedFrame> frames) {
        void release() {
            frames.forEach(ReceivedFrame::done);
        }
    }

    private final PriorityQueue<HeldFrames> held = new PriorityQueue<>(Comparator.comparing(HeldFrames::until));

    public void hold(Session session, List<ReceivedFrame> frames, Duration until) {
        held.add(new HeldFrames(session, until, frames));
    }

    /// Gives back what is due. Returns when the next is; never later than this.
    public Duration release(Duration uptime, Duration latest) {
        while (!held.isEmpty() && held.peek().until.compareTo(uptime) <= 0) held.remove().release();
        return held.isEmpty() || latest.compareTo(held.peek().until) < 0 ? latest : held.peek().until;
    }

    /// Gives back all of this session.
    public void forget(Session session) {
        held.removeIf(each -> {
            boolean gone = each.session.equals(session);
            if (gone) each.release();
            return gone;
        });
    }

    /// Gives back all.
    public void releaseAll() {
        held.forEach(HeldFrames::release);
        held.clear();
    }
}
