/** Tests of reading content. */
@NullMarked
package org.silkthread.measure.content;

import org.jspecify.annotations.NullMarked;
