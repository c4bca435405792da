/// How fast Landline is on this machine, beside what the machine can do: ratios inside one run.
@NullMarked
package io.landline.bench;

import org.jspecify.annotations.NullMarked;
