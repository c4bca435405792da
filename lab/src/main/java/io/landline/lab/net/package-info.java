/// The sockets that the experiments stand on: opening, limits, names with several addresses, and what went wrong in
/// words.
@NullMarked
package io.landline.lab.net;

import org.jspecify.annotations.NullMarked;
