/// Starts Landline nodes as processes of their own and talks to them by their JSON lines: for the demo and the
/// benchmarks.
@NullMarked
package io.landline.process;

import org.jspecify.annotations.NullMarked;
