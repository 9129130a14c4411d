/** The rights and pledges of the NHS Constitution: what they mean, who must keep them, and whether they are kept. */
@NullMarked
package org.silkthread.server.constitution;

import org.jspecify.annotations.NullMarked;
