/// Which version of Landline the other side runs (docs/protocol/session.md, "Versions of the program").
@NullMarked
package io.landline.session.version;

import org.jspecify.annotations.NullMarked;
