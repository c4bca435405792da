package io.landline.attack;

import io.landline.frame.FrameType;
import java.io.IOException;

/// What a receiver may say of a transfer, as fast as TCP takes it: the offer is taken and ended again and again, and
/// each time more is received than there is, or less than before; of transfers that do not exist too.
record TransferWords(int people) implements Attack {
    private static final long BYTES_MAX = 1L << 52;
    private static final int WAYS = 7;
    private static final int ENDS = 3;

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        Crowd.run(target, people, begun, session -> speak(target, session));
    }

    private static void speak(Target target, HostileSession session) throws IOException {
        String offer = "{\"offer\":\"" + target.offer() + "\"";
        String transfer = "{\"transfer\":\"" + FileFrames.transfer(target, session) + "\"";
        for (int i = 0; session.isOpen(); i++) {
            switch (i % WAYS) {
                case 0 -> session.send(FrameType.ACCEPT, offer + ",\"received\":" + BYTES_MAX + "}");
                case 1 -> session.send(FrameType.RECEIVED, transfer + ",\"bytes\":" + BYTES_MAX + "}");
                case 2 -> session.send(FrameType.RECEIVED, transfer + ",\"bytes\":0}");
                case 3 -> session.send(FrameType.RECEIVED, "{\"transfer\":\"0123456789abcdef\",\"bytes\":7}");
                case 4 -> session.send(FrameType.ACCEPT, offer + ",\"files\":0,\"bytes\":0,\"received\":0}");
                case 5 -> end(session, i / WAYS % ENDS, offer, transfer);
                default -> session.send(FrameType.RESUME, transfer + "}");
            }
        }
    }

    private static void end(HostileSession session, int how, String offer, String transfer) throws IOException {
        switch (how) {
            case 0 -> session.send(FrameType.CANCEL, transfer + "}");
            case 1 -> session.send(FrameType.DECLINE, offer + "}");
            default -> session.send(FrameType.DONE,
                    transfer + ",\"failed\":1000000,\"bytes\":" + BYTES_MAX + ",\"changed\":[0,1],\"gone\":[999999]}");
        }
    }
}
