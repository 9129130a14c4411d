/** Tables of counts of people published so that nobody can be recognised, and the attack that tests it. */
@NullMarked
package org.silkthread.methods.disclosure;

import org.jspecify.annotations.NullMarked;
