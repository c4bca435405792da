/// What can be started on the lab's page: systems, their programs, settings, and the command line that does the same.
@NullMarked
package io.landline.ui.lab.run;

import org.jspecify.annotations.NullMarked;
