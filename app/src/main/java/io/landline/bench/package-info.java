/// How fast this machine is, as ratios: raw TCP beside Landline, measured in turns, so that a loaded machine slows both.
@NullMarked
package io.landline.bench;

import org.jspecify.annotations.NullMarked;
