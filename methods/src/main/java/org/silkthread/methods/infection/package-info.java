/** Infections that health care may have caused: to whom a case is apportioned, and rates per bed day. */
@NullMarked
package org.silkthread.methods.infection;

import org.jspecify.annotations.NullMarked;
