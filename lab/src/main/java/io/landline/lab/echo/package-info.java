/// Experiments that answer each message by itself: capitals, greetings, acknowledgements, lengths.
@NullMarked
package io.landline.lab.echo;

import org.jspecify.annotations.NullMarked;
