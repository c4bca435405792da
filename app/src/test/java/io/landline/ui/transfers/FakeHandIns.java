package io.landline.ui.transfers;

import io.landline.chat.act.HandInBox;
import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.LeftOut;
import io.landline.node.port.Chats;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.HandIns;
import io.landline.room.EntryId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hand-in boxes in memory. Confined to the test's thread.
public final class FakeHandIns implements HandIns {
    public final List<Box> boxes = new ArrayList<>();
    public final List<HandInBox> made = new ArrayList<>();
    /// Of every box.
    public final List<Person> people = new ArrayList<>();
    /// What was done, in order.
    public final List<String> done = new ArrayList<>();
    /// What the next step is refused with; null: it is done.
    public @Nullable CommandException refusal;
    /// What was written to those who have not handed in.
    public String reminder = "";

    @Override
    public Chats.StoredText make(String to, HandInBox box) throws CommandException {
        if (refusal != null) throw refusal;
        made.add(box);
        done.add("collect " + to);
        return new Chats.StoredText(to, new EntryId(0, 1), "0f".repeat(8), 1);
    }

    @Override
    public List<Box> boxes() {
        return List.copyOf(boxes);
    }

    @Override
    public EntryId find(String id) throws CommandException {
        return boxes.stream()
                .map(Box::id)
                .filter(each -> each.hex().startsWith(id))
                .findFirst()
                .orElseThrow(FakeHandIns::noBox);
    }

    @Override
    public Box box(EntryId id) throws CommandException {
        return boxes.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(FakeHandIns::noBox);
    }

    private static CommandException noBox() {
        return new CommandException(Code.NO_MESSAGE, "There is no such box.");
    }

    @Override
    public List<Person> people(EntryId box) {
        return List.copyOf(people);
    }

    @Override
    public String table(EntryId box) {
        return "\"name\"\r\n";
    }

    @Override
    public Chats.Sent handIn(EntryId box, FilesToSend what) throws CommandException {
        if (refusal != null) throw refusal;
        done.add("hand in " + what.items().getFirst().getFileName());
        return new Chats.Sent("0f".repeat(16), new LeftOut());
    }

    @Override
    public int remind(EntryId box, @Nullable String text) {
        done.add("remind");
        reminder = String.valueOf(text);
        return (int) people.stream().filter(each -> each.state() == State.MISSING).count();
    }
}
