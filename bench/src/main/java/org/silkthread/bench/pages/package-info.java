/** What pages cost when many people read at once. */
@NullMarked
package org.silkthread.bench.pages;

import org.jspecify.annotations.NullMarked;
