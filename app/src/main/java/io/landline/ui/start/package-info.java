/// Opens the window over a node, and ends both.
///
/// - From the start to the first page: [WindowApp], [ToolkitStart], [MainWindow] with [StartingView], then [NodeWindow]
///   and [WindowFrame].
/// - What outlives a change of language: [KeptModels]; where the user is in a page: [PositionInPage].
/// - What the node tells the user: [EventNotices], of a full disk [FullDiskNotice].
/// - The desktop: [DesktopServices], [WindowTray], [WindowBounds], [OtherPrograms]. Questions before the end:
///   [ClosingQuestion], [LeavingQuestion].
/// - What the user chose: [StoredWindowPreferences].
@NullMarked
package io.landline.ui.start;

import org.jspecify.annotations.NullMarked;
