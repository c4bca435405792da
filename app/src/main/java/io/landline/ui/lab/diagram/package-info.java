/// What passes between the programs of a system, drawn: the trace, the ladder of messages, figures as bars and curves.
/// Draws what [io.landline.ui.lab.wire] holds; knows no file and no report.
@NullMarked
package io.landline.ui.lab.diagram;

import org.jspecify.annotations.NullMarked;
