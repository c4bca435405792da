/// What several parts of the chats page use: their context, the picture of a person, cells as wide as their list, files
/// that are dropped.
@NullMarked
package io.landline.ui.chats.part;

import org.jspecify.annotations.NullMarked;
