package io.landline.ui.chats.composer;

import io.landline.chat.EntryText;
import io.landline.chat.KeptDraft;
import io.landline.language.Texts;
import io.landline.node.port.Chats;
import io.landline.node.port.Quote;
import io.landline.node.port.TimelineItem;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.ui.chats.composer.OutgoingTexts.Outgoing;
import io.landline.ui.chats.part.FileOffering;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What is being written in the open conversation. Confined to the JavaFX thread.
public final class ComposerViewModel implements AutoCloseable {
    /// From here on the bytes are counted in sight: the last tenth.
    public static final int COUNTED_FROM_BYTES = EntryText.MAX_BYTES * 9 / 10;

    /// The notice that a draft is in this window alone.
    private static final Object REFUSED = new Object();

    private final PageContext context;
    private final Chats chats;
    private final ComposerField field = new ComposerField(this::typed);
    private final Texts texts;
    private final OutgoingTexts outgoing;
    private final TextAsFile asFile;
    private final Drafts drafts;
    private final ComposerTopics topics;
    private final Consumer<String> sent;
    private final Subscription changes;
    private final ReadOnlyStringWrapper gone = new ReadOnlyStringWrapper("");
    private final ChangedMessage changed;
    private final BooleanBinding fitsAFile;
    private final MentionCandidates callees = new MentionCandidates();
    private String key = "";
    private final ReadOnlyBooleanWrapper writable = new ReadOnlyBooleanWrapper(true);

    /// @param drafts of all conversations; they outlive this, and so do the topics
    /// @param sent is told the conversation whenever something of ours is in it from now on
    public ComposerViewModel(PageContext context, Drafts drafts, ComposerTopics topics, Consumer<String> sent) {
        this.context = context;
        this.drafts = drafts;
        this.topics = topics;
        this.sent = sent;
        chats = context.node().chats();
        texts = context.texts(ComposerViewModel.class);
        outgoing = new OutgoingTexts(context, this::isSent, this::bringBack);
        asFile = new TextAsFile(context, texts, (to, said) -> {
            leave(to, said);
            sent.accept(to);
        });
        fitsAFile = Bindings.createBooleanBinding(
                () -> bytes().get() > EntryText.MAX_BYTES && !isEditing() && !asFile.isOffering().get(), bytes(),
                topic(), asFile.isOffering());
        changed = new ChangedMessage(chats, context.background(), this::gone);
        topic().subscribe(now -> changed.watch(key, now instanceof ComposerTopic.Edit edit ? edit.id() : null));
        changes = drafts.watch(this::changed)
                .and(drafts.refused().subscribe((_, now) -> tellRefused(now)));
        if (drafts.refused().get()) tellRefused(true); // in another language than before
    }

    private void typed(String now) {
        if (now.isEmpty()) gone.set("");
        if (topic().get() instanceof ComposerTopic.Edit edit) {
            drafts.change(key, edit.isChange(now) ? new KeptDraft.Change(edit.id(), now) : null);
        } else {
            drafts.keep(key, now);
        }
    }

    private void tellRefused(boolean refused) {
        if (refused) {
            context.notices().problem(REFUSED, texts.get("composer.not-kept"));
        } else {
            context.notices().over(REFUSED);
        }
    }

    /// The draft came from the node only now, could not be sent from elsewhere, or went with its room.
    private void changed(String conversation) {
        if (!conversation.equals(key) || field.isFilling()) return;
        field.showDraft(drafts.of(key));
        goOnChanging();
    }

    /// A message was being changed when Landline ended: that goes on.
    private void goOnChanging() {
        String in = key;
        KeptDraft.Change change = drafts.takeFound(in);
        if (change == null) return;
        context.background()
                .run(() -> Optional.ofNullable(chats.acts().ownText(change.target())),
                        said -> {
                            goOnChanging(in, change, said.orElse(null));
                            if (said.isEmpty() && in.equals(key) && !isEditing()) tellGone(true);
                        }, why -> {
                            goOnChanging(in, change, null);
                            context.notices().problem(ErrorMessages.sentence(context.language(), why));
                        });
    }

    /// @param said null where it cannot be changed: its new text is a draft then
    private void goOnChanging(String conversation, KeptDraft.Change change, TimelineItem.@Nullable Text said) {
        boolean isOpen = conversation.equals(key);
        if (said == null || isOpen && isEditing()) {
            forgetChange(conversation);
            drafts.bringBack(conversation, change.text());
        } else if (isOpen) {
            field.edit(said, change.text());
        } else {
            topics.keep(conversation, new ComposerTopics.SetAside(new ComposerTopic.Edit(said.id(), said.text(),
                    said.called(), drafts.of(conversation), null), change.text()));
        }
    }

    /// What was written for a message that is gone is a new one; what it said is gone, as it is from the profile.
    private void gone(EntryId id) {
        if (!(topic().get() instanceof ComposerTopic.Edit edit) || !edit.id().equals(id)) return;
        String written = text().get();
        boolean isWritten = edit.isChange(written);
        String now = isWritten ? Drafts.joined(written, edit.draft()) : edit.draft();
        field.endGone(now);
        drafts.keep(key, now); // first: ended between the two, the text is there twice and not lost
        drafts.change(key, null);
        tellGone(isWritten);
    }

    private void tellGone(boolean isWritten) {
        gone.set(texts.get(isWritten ? "composer.lost.new" : "composer.lost"));
    }

    /// That the message that was being changed is gone, until what stands in the field is sent or taken out; or empty.
    ReadOnlyStringProperty gone() {
        return gone.getReadOnlyProperty();
    }

    /// Something in this conversation changed. Any thread.
    public void conversationChanged(String conversation) {
        changed.conversationChanged(conversation);
    }

    public StringProperty text() {
        return field.text();
    }

    /// @param cameBack is run when another text stands in the field than was typed: one writes on behind it
    void whenTextCameBack(Runnable cameBack) {
        field.whenTextCameBack(cameBack);
    }

    /// The people that a message can call.
    public MentionCandidates callees() {
        return callees;
    }

    /// As the text would travel, in UTF-8.
    IntegerBinding bytes() {
        return field.bytes();
    }

    BooleanBinding sendable() {
        return field.sendable();
    }

    /// Another conversation is open: its draft comes, this one's is kept. So is what is answered or changed.
    public void open(String conversation) {
        if (conversation.equals(key)) return;
        setAside();
        gone.set("");
        drafts.keep(key, text().get());
        key = conversation;
        text().set(drafts.of(key));
        ComposerTopics.SetAside begun = topics.take(key);
        if (begun != null) {
            goOn(begun);
        } else {
            goOnChanging();
        }
    }

    private void setAside() {
        ComposerTopics.SetAside aside = field.takeAside();
        if (aside != null) topics.keep(key, aside);
    }

    private void goOn(ComposerTopics.SetAside begun) {
        switch (begun.topic()) {
            case ComposerTopic.Reply reply -> field.answer(reply);
            case ComposerTopic.Edit edit -> field.editAgain(edit, begun.text());
        }
    }

    /// What the text answers or changes; null for a new message.
    public ReadOnlyObjectProperty<@Nullable ComposerTopic> topic() {
        return field.topic();
    }

    boolean isEditing() {
        return field.isEditing();
    }

    /// Whether one can write in the open conversation at all.
    public void setWritable(boolean now) {
        writable.set(now);
    }

    public ReadOnlyBooleanProperty writable() {
        return writable.getReadOnlyProperty();
    }

    /// What is written from now on answers this.
    public void reply(TimelineItem said) {
        if (!writable.get() || !said.isAnswerable()) return;
        cancel();
        field.answer(new ComposerTopic.Reply(said.id(), Quote.of(said)));
    }

    /// This own message stands in the field, to be changed. What was typed comes back afterwards, and answers what it
    /// answered.
    public void edit(TimelineItem.Text said) {
        if (!writable.get()) return;
        if (isEditing()) cancel();
        field.edit(said, said.text());
    }

    /// No change any more, and what was typed before it is there again; else no answer any more, and nothing to tell.
    /// False if there was none of this.
    boolean cancel() {
        ComposerTopic now = topic().get();
        boolean wasTold = !gone.get().isEmpty();
        gone.set("");
        if (isEditing()) drafts.change(key, null);
        field.end(field.draft());
        return now != null || wasTold;
    }

    /// Sends the text. The field is empty at once; where sending fails the text comes back, before what was typed
    /// since.
    public void send() {
        if (!sendable().get()) return;
        String to = key;
        String said = text().get();
        ComposerTopic about = topic().get();
        gone.set("");
        field.end(about instanceof ComposerTopic.Edit edit ? edit.draft() : "");
        if (about instanceof ComposerTopic.Edit edit && edit.text().equals(said)) return;
        Set<Fingerprint> called = callees.in(said,
                about instanceof ComposerTopic.Edit edit ? edit.called() : List.of());
        outgoing.send(new Outgoing(to, said, called, about));
    }

    private void isSent(String conversation) {
        if (conversation.equals(key)) drafts.keep(key, field.draft());
        forgetChange(conversation);
        sent.accept(conversation);
    }

    /// The change that was sent; not one that was begun since.
    private void forgetChange(String conversation) {
        if (!conversation.equals(key) || !isEditing()) drafts.change(conversation, null);
    }

    /// What could not be sent is there again. It is an answer or a change as before, unless another one was begun there
    /// meanwhile.
    private void bringBack(Outgoing text) {
        String in = text.to();
        boolean isOpen = in.equals(key);
        ComposerTopic since = isOpen ? topic().get() : topics.of(in);
        ComposerTopic about = Objects.equals(since, ComposerTopic.after(text.about())) ? text.about() : null;
        if (about instanceof ComposerTopic.Edit edit) {
            drafts.change(in, new KeptDraft.Change(edit.id(), text.said()));
            if (isOpen) field.bringBack(edit, text.said());
        } else {
            forgetChange(in);
            String both = Drafts.joined(text.said(), isOpen ? field.draft() : drafts.of(in));
            if (isOpen && about instanceof ComposerTopic.Reply reply) field.answer(reply);
            if (isOpen) field.showDraft(both);
            drafts.keep(in, both);
        }
        if (!isOpen && about != null) topics.takeUp(in, about, drafts.of(in), text.said());
    }

    /// Whether the text is too long for a message, and nothing keeps it from going as a file: what changes a message
    /// cannot become one.
    BooleanBinding fitsAFile() {
        return fitsAFile;
    }

    /// Offers the text as a file. It stays in the field until the offer is made, and after it where it was changed
    /// meanwhile.
    void sendAsFile() {
        if (fitsAFile.get()) asFile.offer(key, text().get());
    }

    /// This text was said another way.
    private void leave(String conversation, String said) {
        if (!conversation.equals(key)) {
            if (drafts.of(conversation).equals(said)) drafts.keep(conversation, "");
        } else if (!isEditing() && text().get().equals(said)) {
            cancel();
            text().set("");
        }
    }

    /// Offers files in the open conversation.
    public void offer(List<Path> paths) {
        offer(key, paths);
    }

    /// Offers files in this conversation, also where another one was opened while they were chosen.
    public void offer(String to, List<Path> paths) {
        if (paths.isEmpty() || to.isEmpty()) return;
        new FileOffering(context).offer(to, paths, () -> sent.accept(to));
    }

    @Override
    public void close() {
        setAside();
        changed.close();
        changes.unsubscribe();
    }
}
