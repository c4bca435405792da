package io.landline.node.port;

import io.landline.node.port.HandIns.Box;
import io.landline.node.port.HandIns.Person;
import io.landline.room.EntryId;
import java.util.List;

/// Which hand-in boxes there are, and who has handed in. Reads only, so it can be asked with no node running. Any
/// thread, but not one that must not wait for the disk.
public interface HandInLists {
    /// All boxes of the rooms that we are in, the newest last.
    List<Box> boxes() throws CommandException;

    /// The entry that a person means by an id of a box or its first digits.
    EntryId find(String id) throws CommandException;

    Box box(EntryId id) throws CommandException;

    /// Of an own box who has handed in and who has not, by their names. Of another's what became of our own.
    List<Person> people(EntryId box) throws CommandException;

    /// The same as a table for a spreadsheet, with a line of heads.
    String table(EntryId box) throws CommandException;
}
