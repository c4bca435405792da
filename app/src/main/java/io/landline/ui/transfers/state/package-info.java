/// Where an offer stands, as the window shows it: what it is, who takes it, how far each is, and what a person may do.
/// Knows no text, no control and no command.
@NullMarked
package io.landline.ui.transfers.state;

import org.jspecify.annotations.NullMarked;
