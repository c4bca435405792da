/// The network page: interfaces, presence datagrams as they pass, and who came and went.
@NullMarked
package io.landline.ui.network;

import org.jspecify.annotations.NullMarked;
