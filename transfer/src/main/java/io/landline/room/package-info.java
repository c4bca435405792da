/// Rooms and their secrets: key, stretching, id. Never in the discovery module, which talks to every stranger.
@NullMarked
package io.landline.room;

import org.jspecify.annotations.NullMarked;
