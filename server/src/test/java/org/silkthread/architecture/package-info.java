/** The rules of the house, checked over its compiled classes. */
@NullMarked
package org.silkthread.architecture;

import org.jspecify.annotations.NullMarked;
