package io.landline.ui.chats.composer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.chat.EntryText;
import io.landline.chat.KeptDraft;
import io.landline.language.Texts;
import io.landline.node.port.Chats;
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
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
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
    private final StringProperty text = new SimpleStringProperty("");
    private final IntegerBinding bytes = Bindings.createIntegerBinding(() -> text.get().getBytes(UTF_8).length, text);
    private final BooleanBinding sendable = Bindings.createBooleanBinding(
            () -> EntryText.maySend(text.get()), text);
    private final Texts texts;
    private final OutgoingTexts outgoing;
    private final TextAsFile asFile;
    private final Drafts drafts;
    private final ComposerTopics topics;
    private final Consumer<String> sent;
    private final Subscription changes;
    private final ReadOnlyObjectWrapper<@Nullable ComposerTopic> topic = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper gone = new ReadOnlyStringWrapper("");
    private final ChangedMessage changed;
    private final BooleanBinding fitsAFile;
    private final MentionCandidates callees = new MentionCandidates();
    private String key = "";
    private Runnable cameBack = () -> {};
    /// While the text changes by itself: what is sent stays a draft until the node has it.
    private boolean isLeaving;
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
                () -> bytes.get() > EntryText.MAX_BYTES && !isEditing() && !asFile.isOffering().get(), bytes, topic,
                asFile.isOffering());
        changed = new ChangedMessage(chats, context.background(), this::gone);
        topic.subscribe(now -> changed.watch(key, now instanceof ComposerTopic.Edit edit ? edit.id() : null));
        text.subscribe(this::typed);
        changes = drafts.watch(this::changed)
                .and(drafts.refused().subscribe((_, now) -> tellRefused(now)));
        if (drafts.refused().get()) tellRefused(true); // in another language than before
    }

    private void typed(String now) {
        if (isLeaving) return;
        if (now.isEmpty()) gone.set("");
        if (topic.get() instanceof ComposerTopic.Edit edit) {
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
        if (!conversation.equals(key) || isLeaving) return;
        showDraft(drafts.of(key));
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
    private void goOnChanging(String conversation, KeptDraft.Change change, Chats.@Nullable Text said) {
        boolean isOpen = conversation.equals(key);
        if (said == null || isOpen && isEditing()) {
            forgetChange(conversation);
            drafts.bringBack(conversation, change.text());
        } else if (isOpen) {
            edit(said, change.text());
        } else {
            topics.keep(conversation, new ComposerTopics.SetAside(new ComposerTopic.Edit(said.id(), said.text(),
                    said.called(), drafts.of(conversation), null), change.text()));
        }
    }

    /// What was written for a message that is gone is a new one; what it said is gone, as it is from the profile.
    private void gone(EntryId id) {
        if (!(topic.get() instanceof ComposerTopic.Edit edit) || !edit.id().equals(id)) return;
        boolean isWritten = edit.isChange(text.get());
        String now = isWritten ? Drafts.joined(text.get(), edit.draft()) : edit.draft();
        boolean isOther = !now.equals(text.get());
        showWithoutKeeping(now);
        topic.set(edit.answered());
        drafts.keep(key, now); // first: ended between the two, the text is there twice and not lost
        drafts.change(key, null);
        if (isOther) cameBack.run();
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

    private void showDraft(String now) {
        if (!(topic.get() instanceof ComposerTopic.Edit edit)) {
            if (now.equals(text.get())) return;
            text.set(now);
            cameBack.run();
        } else if (!edit.draft().equals(now)) {
            topic.set(edit.withDraft(now));
        }
    }

    private String draft() {
        return topic.get() instanceof ComposerTopic.Edit edit ? edit.draft() : text.get();
    }

    private void showWithoutKeeping(String now) {
        isLeaving = true;
        text.set(now);
        isLeaving = false;
    }

    public StringProperty text() {
        return text;
    }

    /// @param cameBack is run when another text stands in the field than was typed: one writes on behind it
    void whenTextCameBack(Runnable cameBack) {
        this.cameBack = cameBack;
    }

    /// The people that a message can call.
    public MentionCandidates callees() {
        return callees;
    }

    /// As the text would travel, in UTF-8.
    IntegerBinding bytes() {
        return bytes;
    }

    BooleanBinding sendable() {
        return sendable;
    }

    /// Another conversation is open: its draft comes, this one's is kept. So is what is answered or changed.
    public void open(String conversation) {
        if (conversation.equals(key)) return;
        setAside();
        gone.set("");
        drafts.keep(key, text.get());
        key = conversation;
        text.set(drafts.of(key));
        ComposerTopics.SetAside begun = topics.take(key);
        if (begun != null) {
            goOn(begun);
        } else {
            goOnChanging();
        }
    }

    private void setAside() {
        ComposerTopic now = topic.get();
        if (now == null) return;
        topics.keep(key, new ComposerTopics.SetAside(now, text.get()));
        showWithoutKeeping(draft());
        topic.set(null);
    }

    private void goOn(ComposerTopics.SetAside begun) {
        switch (begun.topic()) {
            case ComposerTopic.Reply reply -> topic.set(reply);
            case ComposerTopic.Edit edit -> edit(edit.id(), edit.text(), edit.called(), begun.text(), edit.answered());
        }
    }

    /// What the text answers or changes; null for a new message.
    public ReadOnlyObjectProperty<@Nullable ComposerTopic> topic() {
        return topic.getReadOnlyProperty();
    }

    boolean isEditing() {
        return topic.get() instanceof ComposerTopic.Edit;
    }

    /// Whether one can write in the open conversation at all.
    public void setWritable(boolean now) {
        writable.set(now);
    }

    public ReadOnlyBooleanProperty writable() {
        return writable.getReadOnlyProperty();
    }

    /// What is written from now on answers this message.
    public void reply(Chats.Text said) {
        if (!writable.get()) return;
        cancel();
        topic.set(new ComposerTopic.Reply(said.id(), said.name(), said.text()));
    }

    /// This own message stands in the field, to be changed. What was typed comes back afterwards, and answers what it
    /// answered.
    public void edit(Chats.Text said) {
        if (!writable.get()) return;
        if (isEditing()) cancel();
        edit(said, said.text());
    }

    private void edit(Chats.Text said, String now) {
        edit(said.id(), said.text(), said.called(), now,
                topic.get() instanceof ComposerTopic.Reply reply ? reply : null);
    }

    private void edit(EntryId id, String before, List<Chats.Called> called, String now,
            ComposerTopic.@Nullable Reply answered) {
        String draft = text.get();
        showWithoutKeeping(now); // first: who hears of the topic puts the caret at the end
        topic.set(new ComposerTopic.Edit(id, before, called, draft, answered));
    }

    /// No change any more, and what was typed before it is there again; else no answer any more, and nothing to tell.
    /// False if there was none of this.
    boolean cancel() {
        ComposerTopic now = topic.get();
        boolean wasTold = !gone.get().isEmpty();
        gone.set("");
        showWithoutKeeping(draft());
        if (isEditing()) drafts.change(key, null);
        topic.set(ComposerTopic.after(now));
        if (now instanceof ComposerTopic.Edit) cameBack.run();
        return now != null || wasTold;
    }

    /// Sends the text. The field is empty at once; where sending fails the text comes back, before what was typed
    /// since.
    public void send() {
        if (!sendable.get()) return;
        String to = key;
        String said = text.get();
        ComposerTopic about = topic.get();
        gone.set("");
        showWithoutKeeping(about instanceof ComposerTopic.Edit edit ? edit.draft() : "");
        topic.set(ComposerTopic.after(about));
        if (about instanceof ComposerTopic.Edit) cameBack.run();
        if (about instanceof ComposerTopic.Edit edit && edit.text().equals(said)) return;
        Set<Fingerprint> called = callees.in(said,
                about instanceof ComposerTopic.Edit edit ? edit.called() : List.of());
        outgoing.send(new Outgoing(to, said, called, about));
    }

    private void isSent(String conversation) {
        if (conversation.equals(key)) drafts.keep(key, draft());
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
        ComposerTopic since = isOpen ? topic.get() : topics.of(in);
        ComposerTopic about = Objects.equals(since, ComposerTopic.after(text.about())) ? text.about() : null;
        if (about instanceof ComposerTopic.Edit edit) {
            drafts.change(in, new KeptDraft.Change(edit.id(), text.said()));
            if (isOpen) edit(edit.id(), edit.text(), edit.called(), text.said(), edit.answered());
            if (isOpen) cameBack.run();
        } else {
            forgetChange(in);
            String both = Drafts.joined(text.said(), isOpen ? draft() : drafts.of(in));
            if (isOpen && about != null) topic.set(about);
            if (isOpen) showDraft(both);
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
        if (fitsAFile.get()) asFile.offer(key, text.get());
    }

    /// This text was said another way.
    private void leave(String conversation, String said) {
        if (!conversation.equals(key)) {
            if (drafts.of(conversation).equals(said)) drafts.keep(conversation, "");
        } else if (!isEditing() && text.get().equals(said)) {
            cancel();
            text.set("");
        }
    }

    /// Offers files in the open conversation.
    public void offer(List<Path> paths) {
        if (paths.isEmpty() || key.isEmpty()) return;
        String to = key;
        new FileOffering(context).offer(to, paths, () -> sent.accept(to));
    }

    @Override
    public void close() {
        setAside();
        changed.close();
        changes.unsubscribe();
    }
}
