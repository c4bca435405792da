/// Small controls that several pages share: a text field with a note, a copy button, wrapped text.
///
/// - Fields: [InputField], with a [FieldNote] that a [NoteLine] shows. A name that was typed into one: [CheckedName].
/// - The words of a room key, large: [RoomKeyWords].
/// - Buttons: [TextButton], [IconButton], [CopyButton], [WideButton].
/// - Files that are dragged: [FileDrop], [DropSign]. A file in a list to choose from: [TickedLine].
/// - Lines and columns: [ControlLine], [BesideOrBelow], [Columns], [Paragraph].
/// - Keys and scrolling of lists: [RowKeys], [NextRow], [RowInSight], [PaneScroll], [BarPlace].
/// - Clicks that follow each other: [ClickSeries].
/// - What is seldom seen: [MadeLater], [PartPlace], [Visibility].
@NullMarked
package io.landline.ui.control;

import org.jspecify.annotations.NullMarked;
