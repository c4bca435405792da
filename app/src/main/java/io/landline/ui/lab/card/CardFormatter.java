package io.landline.ui.lab.card;

import io.landline.lab.LabMessage;
import io.landline.lab.LabResult;
import io.landline.lab.names.AddressProbe;
import io.landline.lab.net.Failures;
import io.landline.labprograms.LabMessageFormatter;
import io.landline.language.Texts;
import io.landline.ui.control.FieldNote;
import io.landline.ui.lab.wire.TraceRow;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.TimeOfDay;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;

/// What a card and its messages are called, and where its program stands, in the window's language. Immutable; JavaFX
/// thread.
public final class CardFormatter {
    private static final TimeOfDay TIME_OF_DAY = TimeOfDay.ofSystem();

    /// Local tools: mostly there is one of each.
    private static final Set<String> ALONE = Set.of("run", "services", "asker");

    private final PageContext context;
    private final Texts texts;
    private final LabMessageFormatter wording;

    public CardFormatter(PageContext context, Texts texts) {
        this.context = context;
        this.texts = texts;
        wording = LabMessageFormatter.in(context.language());
    }

    /// `Server`, `Client 2`.
    public String name(CardViewModel card) {
        String kind = texts.get("program." + card.program().key());
        boolean alone = card.ordinal() == 1 && (card.isServer() || ALONE.contains(card.program().key()));
        return alone ? kind : texts.format("program.number", kind, card.ordinal());
    }

    /// Of a card that may be gone.
    public String name(BenchViewModel bench, int id) {
        CardViewModel card = bench.card(id);
        return card == null ? texts.get("card.gone") : name(card);
    }

    public FieldNote state(CardState state) {
        return switch (state) {
            case CardState.Idle() -> FieldNote.NOTHING;
            case CardState.Starting() -> FieldNote.hint(texts.get("state.starting"));
            case CardState.Running running -> running(running);
            case CardState.Stopping() -> FieldNote.hint(texts.get("state.stopping"));
            case CardState.Ended(var at, var reason) -> FieldNote.hint(reason.isEmpty()
                    ? texts.format("state.ended", TIME_OF_DAY.seconds(at))
                    : texts.format("state.ended.because", TIME_OF_DAY.seconds(at), said(reason)));
            case CardState.Failed(IOException cause) -> FieldNote.bad(said(Failures.sentence(cause)));
            case CardState.Failed(var cause) -> FieldNote.bad(ErrorMessages.sentence(context.language(), cause));
            case CardState.FileMissing(var path) -> FieldNote.bad(
                    texts.format("state.file-missing", PeerText.line(path)));
            case CardState.PortTaken(var port, _) -> FieldNote.bad(texts.format("state.port-taken", plain(port)));
        };
    }

    public LabMessageFormatter wording() {
        return wording;
    }

    /// What the lab says, in the window's language and as one line: others' words may stand in it.
    public String said(LabMessage said) {
        return PeerText.line(wording.format(said));
    }

    /// What came of an address.
    public String reached(AddressProbe.Row row) {
        Double millis = row.millis();
        if (millis != null) return texts.format("reach.connected", millis);
        return row.isTried()
                ? texts.format("reach.failed", said(row.result()), said(row.cause()))
                : texts.get("reach.untried");
    }

    /// What came out.
    public String result(LabResult result) {
        return PeerText.block(new ResultFormatter(texts, this).of(result));
    }

    private FieldNote running(CardState.Running running) {
        String since = TIME_OF_DAY.seconds(running.since());
        if (running.address().isEmpty()) return FieldNote.good(texts.format("state.running", since));
        String address = PeerText.line(running.address());
        if (running.open()) return FieldNote.warning(texts.format("state.open", address, since));
        return FieldNote.good(running.listens()
                ? texts.format("state.running.at", address, since)
                : texts.format("state.running.client", address, since));
    }

    /// A port has no thousands.
    static String plain(int number) {
        return String.valueOf(number);
    }

    public static String millis(Instant at) {
        return TIME_OF_DAY.millis(at);
    }

    /// What happened, for rows that carry no message.
    public String happened(TraceRow row) {
        String note = said(row.note());
        String peer = said(row.peer());
        return switch (row.kind()) {
            case OPENED -> texts.format("trace.opened", PeerText.line(row.local()), note);
            case CONNECTED -> texts.format("trace.connected", peer);
            case WAITING -> texts.format("trace.waiting", peer);
            case CLOSED -> texts.format("trace.closed", peer);
            case REFUSED -> texts.format("trace.refused", peer, note);
            case UNANSWERED -> texts.format("trace.unanswered", peer, note);
            case RESULT -> texts.get("trace.result");
            case ENDED -> row.note().isEmpty() ? texts.get("trace.ended") : texts.format("trace.ended.because", note);
            case REMARK -> note;
            case IN -> texts.format("trace.in", peer);
            case OUT -> texts.format("trace.out", peer);
        };
    }
}
