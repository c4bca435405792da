/// `landline lab …`: the experiments on the command line. Parses, starts what the lab has, and prints its events.
@NullMarked
package io.landline.cli.lab;

import org.jspecify.annotations.NullMarked;
