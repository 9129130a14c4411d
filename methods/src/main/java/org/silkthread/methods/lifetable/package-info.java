/** Life expectancy from deaths and population by age. */
@NullMarked
package org.silkthread.methods.lifetable;

import org.jspecify.annotations.NullMarked;
