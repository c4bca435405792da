/// A member connects back to us on request, so that we learn whether our firewall lets it in.
@NullMarked
package io.landline.session.callback;

import org.jspecify.annotations.NullMarked;
