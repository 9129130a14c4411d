/** People whose health is looked after: who they are, their records, who may look at them, and who did. */
@NullMarked
package org.silkthread.server.persons;

import org.jspecify.annotations.NullMarked;
