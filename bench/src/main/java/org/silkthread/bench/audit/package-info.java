/** What the record of accesses and decisions costs. */
@NullMarked
package org.silkthread.bench.audit;

import org.jspecify.annotations.NullMarked;
