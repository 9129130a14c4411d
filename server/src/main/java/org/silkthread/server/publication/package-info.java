/**
 * Publication with sign-off: a draft is checked, frozen with a data cut, signed by a second named person, published at a
 * permanent address, and from then on only corrected visibly or withdrawn with a reason.
 */
@NullMarked
package org.silkthread.server.publication;

import org.jspecify.annotations.NullMarked;
